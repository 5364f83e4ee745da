using LiveLandmarks.Expression;
using LiveLandmarks.Smoothing;

namespace LiveLandmarks.Tracking;

/// <summary>How faces are followed through a stream.</summary>
public sealed record TrackingOptions
{
    /// <summary>Most faces followed at once, at least 1. While as many are in view the detector rests.</summary>
    public int MaxFaces { get; init; } = 4;

    /// <summary>How often to look for further faces while some are followed.</summary>
    public TimeSpan DetectionInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether the detector looks at every frame and <c>FaceTracker.Candidates</c> tells what it takes for a possible face: for whoever
    /// must miss no face. Which faces are followed does not change; a frame costs one run of the detector more.
    /// </summary>
    public bool Watchful { get; init; }

    /// <summary>The detector's score from which on a box is a candidate, 0 to 1.</summary>
    public float CandidateScore { get; init; } = 0.3f;

    /// <summary>How often to look for a face that was lost.</summary>
    public TimeSpan SearchInterval { get; init; } = TimeSpan.FromSeconds(0.1);

    /// <summary>How long a lost face keeps its id.</summary>
    public TimeSpan Memory { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>A followed face is lost below this share of the score that a new face needs, 0 to 1. Below 1, landmarks that the network
    /// itself doubts are reported, too.</summary>
    public float KeepShare { get; init; } = 1;

    /// <summary>A followed face is lost when less than this share of its box lies inside the picture, 0 to 1.</summary>
    public float VisibleShare { get; init; } = 0.4f;

    /// <summary>How landmarks are smoothed; null for not at all.</summary>
    public SmoothingOptions? Smoothing { get; init; } = new();

    /// <summary>The camera, where its intrinsics are known; null to go by <see cref="FieldOfView"/>.</summary>
    public CameraIntrinsics? Camera { get; init; }

    /// <summary>Degrees across the picture's longer side, between 0 and 180, both excluded. Wrong by a factor, it makes distances wrong by
    /// about as much, angles little.</summary>
    public float FieldOfView { get; init; } = CameraIntrinsics.DefaultFieldOfView;

    /// <summary>When eyes count as closed, and which closures are blinks.</summary>
    public BlinkOptions Blink { get; init; } = new();

    /// <summary>Throws unless every value is in its range.</summary>
    /// <exception cref="ArgumentException">One is not; says which.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxFaces, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(DetectionInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(SearchInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(Memory, TimeSpan.Zero);
        RequireShare(CandidateScore, nameof(CandidateScore));
        RequireShare(KeepShare, nameof(KeepShare));
        RequireShare(VisibleShare, nameof(VisibleShare));
        CameraFor(1, 1);
    }

    /// <summary>The camera to take for pictures of a size.</summary>
    internal CameraIntrinsics CameraFor(int width, int height) => Camera ?? CameraIntrinsics.FromFieldOfView(FieldOfView, width, height);

    private static void RequireShare(float value, string name)
    {
        if (value is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(name, value, "From 0 to 1.");
    }
}

using LiveLandmarks.Expression;
using LiveLandmarks.Smoothing;

namespace LiveLandmarks.Tracking;

/// <summary>How faces are tracked through a stream.</summary>
public sealed record TrackingOptions
{
    /// <summary>Largest number of faces tracked at once, at least 1. The detector pauses while this many faces are in view.</summary>
    public int MaxFaces { get; init; } = 4;

    /// <summary>How often to look for more faces while some are tracked.</summary>
    public TimeSpan DetectionInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether the detector runs on every frame and <c>FaceTracker.Candidates</c> lists everything that it takes for a possible face, for
    /// uses that must not miss a face. It does not change which faces are tracked; it costs one more detector run per frame.
    /// </summary>
    public bool ReportCandidates { get; init; }

    /// <summary>The lowest detector score at which a box is a candidate, 0 to 1.</summary>
    public float CandidateScore { get; init; } = 0.3f;

    /// <summary>How often to look for a face that was lost.</summary>
    public TimeSpan SearchInterval { get; init; } = TimeSpan.FromSeconds(0.1);

    /// <summary>How long a lost face keeps its id.</summary>
    public TimeSpan Memory { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>A tracked face is lost below this share of the score that a new face needs, 0 to 1. With values below 1, landmarks that the
    /// network itself doubts are also reported.</summary>
    public float KeepShare { get; init; } = 1;

    /// <summary>A tracked face is lost when less than this share of its box lies inside the picture, 0 to 1.</summary>
    public float VisibleShare { get; init; } = 0.4f;

    /// <summary>How landmarks are smoothed; null to switch smoothing off.</summary>
    public SmoothingOptions? Smoothing { get; init; } = new();

    /// <summary>The camera, if its intrinsics are known; null to derive it from <see cref="FieldOfView"/>.</summary>
    public CameraIntrinsics? Camera { get; init; }

    /// <summary>Field of view in degrees across the picture's longer side, between 0 and 180, both excluded. A value that is wrong by a
    /// factor makes distances wrong by about that factor, but angles only slightly.</summary>
    public float FieldOfView { get; init; } = CameraIntrinsics.DefaultFieldOfView;

    /// <summary>When eyes count as closed, and which closures are blinks.</summary>
    public BlinkOptions Blink { get; init; } = new();

    /// <summary>Whether ARKit's movements are fitted to each person while the stream runs: how strong they seem at rest, and how strong
    /// they become.</summary>
    public bool CalibrateExpression { get; init; } = true;

    /// <summary>What is known about the movements of the people in the stream before it starts; null if nothing is.</summary>
    public ExpressionCalibration? Calibration { get; init; }

    /// <summary>Throws unless every value is in range.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
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

    /// <summary>The camera to assume for pictures of this size.</summary>
    internal CameraIntrinsics CameraFor(int width, int height) => Camera ?? CameraIntrinsics.FromFieldOfView(FieldOfView, width, height);

    private static void RequireShare(float value, string name)
    {
        if (value is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(name, value, "The value must be from 0 to 1.");
    }
}

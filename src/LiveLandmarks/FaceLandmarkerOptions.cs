using LiveLandmarks.Inference;
using LiveLandmarks.Models;

namespace LiveLandmarks;

/// <summary>What a <see cref="FaceLandmarker"/> is made of: models, device, and what is known of the pictures.</summary>
public sealed record FaceLandmarkerOptions
{
    /// <summary>Which models, from where.</summary>
    public ModelChoice Models { get; init; } = new();

    /// <summary>Device and threads of the networks.</summary>
    public InferenceOptions Inference { get; init; } = new();

    /// <summary>Most faces in a picture, at least 1.</summary>
    public int MaxFaces { get; init; } = 64;

    /// <summary>The camera that took the pictures, where its intrinsics are known; null to go by <see cref="FieldOfView"/>.</summary>
    public CameraIntrinsics? Camera { get; init; }

    /// <summary>Degrees across the picture's longer side, between 0 and 180, both excluded.</summary>
    public float FieldOfView { get; init; } = CameraIntrinsics.DefaultFieldOfView;

    /// <summary>Throws unless every value is in its range.</summary>
    /// <exception cref="ArgumentException">One is not; says which.</exception>
    public void Validate()
    {
        Inference.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxFaces, 1);
        CameraFor(1, 1);
    }

    /// <summary>The camera to take for pictures of a size.</summary>
    internal CameraIntrinsics CameraFor(int width, int height) => Camera ?? CameraIntrinsics.FromFieldOfView(FieldOfView, width, height);
}

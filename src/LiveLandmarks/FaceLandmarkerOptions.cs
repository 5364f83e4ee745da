using LiveLandmarks.Inference;
using LiveLandmarks.Models;

namespace LiveLandmarks;

/// <summary>Options of a <see cref="FaceLandmarker"/>: models, device, and what is known about the camera.</summary>
public sealed record FaceLandmarkerOptions
{
    /// <summary>Which models to use, and from which folder.</summary>
    public ModelChoice Models { get; init; } = new();

    /// <summary>Device and threads that run the networks.</summary>
    public InferenceOptions Inference { get; init; } = new();

    /// <summary>Largest number of faces in a picture, at least 1.</summary>
    public int MaxFaces { get; init; } = 64;

    /// <summary>The camera that took the pictures, if its intrinsics are known; null to derive it from <see cref="FieldOfView"/>.</summary>
    public CameraIntrinsics? Camera { get; init; }

    /// <summary>Field of view in degrees across the picture's longer side, between 0 and 180, both excluded.</summary>
    public float FieldOfView { get; init; } = CameraIntrinsics.DefaultFieldOfView;

    /// <summary>Throws unless every value is in range.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    public void Validate()
    {
        Inference.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxFaces, 1);
        CameraFor(1, 1);
    }

    /// <summary>The camera to assume for pictures of this size.</summary>
    internal CameraIntrinsics CameraFor(int width, int height) => Camera ?? CameraIntrinsics.FromFieldOfView(FieldOfView, width, height);
}

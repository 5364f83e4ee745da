using LiveLandmarks.Expression;

namespace LiveLandmarks.Tracking;

/// <summary>Converts the faces of still pictures to tracked faces.</summary>
public static class StillFace
{
    // The detector that found the face is not known.
    private const float ShutEyeShare = 0.65f;

    /// <summary>The face of a still picture. Nothing is smoothed, and openness is relative to how open the eyes are in this
    /// picture.</summary>
    /// <param name="id">Number of the face in the picture, from 1.</param>
    /// <param name="face">The landmarks of the face.</param>
    /// <param name="camera">The camera that took the picture.</param>
    public static TrackedFace Of(int id, FaceLandmarks face, CameraIntrinsics camera) =>
        new FaceMeter(new BlinkOptions(), ShutEyeShare).Measure(id, age: 1, face, face, camera, TimeSpan.Zero);
}

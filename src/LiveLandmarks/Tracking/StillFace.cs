using LiveLandmarks.Expression;

namespace LiveLandmarks.Tracking;

/// <summary>Converts the faces of still pictures to tracked faces.</summary>
public static class StillFace
{
    /// <summary>The face of a still picture. Nothing is smoothed, and openness is relative to how open the eyes are in this
    /// picture.</summary>
    /// <param name="id">Number of the face in the picture, from 1.</param>
    /// <param name="face">The landmarks of the face.</param>
    /// <param name="camera">The camera that took the picture.</param>
    /// <param name="blendshapes">Finds ARKit's movements; null for blinks and looks alone.</param>
    /// <param name="shutEyeShare">See <see cref="ILandmarkDetector.ShutEyeShare"/>.</param>
    public static TrackedFace Of(
        int id, FaceLandmarks face, CameraIntrinsics camera, BlendshapeNetwork? blendshapes = null, float shutEyeShare = 0.65f) =>
        new FaceMeter(new BlinkOptions(), shutEyeShare, blendshapes).Measure(id, age: 1, face, face, camera, TimeSpan.Zero);
}

using LiveLandmarks.Expression;

namespace LiveLandmarks.Tracking;

/// <summary>Faces of still pictures, as tracked ones.</summary>
public static class StillFace
{
    /// <summary>The face of a still picture: nothing is smoothed, and openness refers to how open the eyes are in it.</summary>
    /// <param name="id">Number of the face in the picture, from 1.</param>
    /// <param name="face">Its landmarks.</param>
    /// <param name="camera">The camera that took the picture.</param>
    public static TrackedFace Of(int id, FaceLandmarks face, CameraIntrinsics camera) =>
        new FaceMeter(new BlinkOptions()).Measure(new TrackedFace(id, 1, face, face), camera, TimeSpan.Zero);
}

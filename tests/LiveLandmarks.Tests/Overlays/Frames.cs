using LiveLandmarks.Overlays;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Tests.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Overlays;

/// <summary>Frames for overlays.</summary>
internal static class Frames
{
    /// <summary>A tracked frame as passed to an overlay; the picture is also the canvas.</summary>
    public static OverlayFrame ToDrawOn(TrackedFrame tracked) =>
        ToDrawOn(tracked.Frame.Image, tracked.Frame.Timestamp, tracked.Candidates, [.. tracked.Faces]);

    public static OverlayFrame ToDrawOn(Mat picture, TimeSpan time, IReadOnlyList<FaceBox>? candidates, params TrackedFace[] faces) =>
        new(picture, picture, faces, CameraIntrinsics.FromFieldOfView(60, picture.Cols, picture.Rows), 0, time) { Candidates = candidates };

    /// <summary>A synthetic face: a disc of landmarks, 100 pixels across.</summary>
    public static TrackedFace Face(int id, float x, float y) => Faces.Tracked(id, Faces.At(x, y));
}

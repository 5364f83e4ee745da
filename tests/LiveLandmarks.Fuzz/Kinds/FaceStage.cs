using LiveLandmarks.Detection;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Overlays;
using LiveLandmarks.Tracking;
using OpenCvSharp;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>A frame with a real face for overlays to draw on.</summary>
internal sealed class FaceStage : IDisposable
{
    private readonly Mat picture;
    private readonly Mat canvas = new();
    private readonly CameraIntrinsics camera;
    private readonly TrackedFace[] faces;

    public FaceStage()
    {
        using var whole = Cv2.ImRead(Tests.Repository.Media("astronaut.png"));
        picture = new Mat(whole, new Rect(100, 0, 250, 250)).Clone();
        camera = CameraIntrinsics.FromFieldOfView(60, picture.Cols, picture.Rows);
        var catalog = ModelCatalog.Open(Tests.Repository.Models);
        using var locator = new FaceLocator(
            new HeatmapFaceDetector(catalog.Load(ModelKind.Detector), NetworkRun.Options),
            new LandmarkNetwork(catalog.Load(ModelKind.Landmarks), NetworkRun.Options));
        faces = [.. locator.Find(picture).Select((face, i) => StillFace.Of(i + 1, face, camera))];
        if (faces.Length == 0)
            throw new InvalidOperationException("The portrait's face was not found.");
    }

    /// <summary>Lets an overlay draw on the frame.</summary>
    public void Draw(IOverlay overlay)
    {
        picture.CopyTo(canvas);
        overlay.Draw(new OverlayFrame(picture, canvas, faces, camera, 0, TimeSpan.Zero) { Candidates = [] });
        if (canvas.Size() != picture.Size() || canvas.Type() != picture.Type())
            throw new WrongResultException("a canvas of another size or type");
    }

    public void Dispose()
    {
        picture.Dispose();
        canvas.Dispose();
    }
}

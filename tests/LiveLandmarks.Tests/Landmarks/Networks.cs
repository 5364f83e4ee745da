using LiveLandmarks.Detection;
using LiveLandmarks.Expression;
using LiveLandmarks.Inference;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Landmarks;

/// <summary>The committed models on the CPU, and the picture that tests run them on.</summary>
internal static class Networks
{
    public static InferenceOptions OneThread { get; } = new() { Device = ExecutionDevice.Cpu, Threads = 1 };

    /// <summary>The same choice as options of <c>FaceLandmarker</c> and <c>FaceTracker</c>.</summary>
    public static FaceTrackerOptions Chosen { get; } = new()
        { Models = new ModelChoice { Folder = Repository.Models }, Inference = OneThread };

    public static ModelFile Load(ModelKind kind) => ModelCatalog.Open(Repository.Models).Load(kind);

    public static LandmarkNetwork Landmarks() => new(Load(ModelKind.Landmarks), OneThread);

    public static HeatmapFaceDetector Detector() => new(Load(ModelKind.Detector), OneThread);

    public static BlendshapeNetwork Movements() => new(Load(ModelKind.Expression));

    public static FaceLocator Locator() => new(Detector(), Landmarks());

    /// <summary>512×512; one face, about 90 pixels high, around (225, 132).</summary>
    public static Mat Astronaut() => Cv2.ImRead(Repository.Media("astronaut.png"));
}

using LiveLandmarks.Detection;
using LiveLandmarks.Inference;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using OpenCvSharp;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>Opens networks and runs them once.</summary>
internal static class NetworkRun
{
    public static InferenceOptions Options { get; } = new() { Device = ExecutionDevice.Cpu, Threads = 1 };

    public static void Detect(ModelFile model, Mat picture)
    {
        using var detector = new HeatmapFaceDetector(model, Options);
        detector.Detect(picture);
    }

    public static void Locate(ModelFile model, Mat picture, FaceBox box)
    {
        using var network = new LandmarkNetwork(model, Options);
        network.Locate(picture, [FaceCrop.FromBox(box, network.CropRule)]);
    }
}

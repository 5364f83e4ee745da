using LiveLandmarks.Models;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Data.Detection;
using LiveLandmarks.Training.Evaluation;
using LiveLandmarks.Training.Export;
using LiveLandmarks.Training.Network;
using LiveLandmarks.Training.Tests.Data;
using LiveLandmarks.Training.Training;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Network;

public sealed class FaceDetectorNetworkTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_network_outputs_five_maps_of_an_eighth_of_the_input_size()
    {
        using var scope = NewDisposeScope();
        using var network = new FaceDetectorNetwork(new FaceDetectorOptions { Width = 4 });
        Assert.Equal([2, 5, 20, 28], Assert.Single(network.call(rand([2, 3, 160, 224]))).shape);
    }

    [Theory]
    [InlineData(320, 6)]
    [InlineData(300, 16)]
    [InlineData(32, 16)]
    public void An_impossible_shape_is_refused(int size, int width) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new FaceDetectorNetwork(new FaceDetectorOptions { InputSize = size, Width = width }));

    /// <summary>Trains on drawn faces for 400 steps. At most two of eight new faces may be missed; the export must load.</summary>
    [Fact]
    public void The_network_learns_to_find_drawn_faces_and_can_be_exported()
    {
        var shape = new FaceDetectorOptions { InputSize = 96, Width = 8 };
        var options = TrainingPresets.Load("face-detector") with
        {
            Detector = shape,
            BatchSize = 8,
            Steps = 400,
            Averaging = 0.9,
            Schedule = new CosineSchedule(WarmUpSteps: 10, Last: 0.05),
            Optimizer = new OptimizationOptions(OptimizerKind.AdamW, 4e-3, 1e-4),
        };
        var faces = Pictures.Drawn(folder, 24);
        using var scenes = new DetectorLoader(
            faces.Take(16).ToList(), new SceneOptions { BatchSize = 8, InputSize = 96, MapSize = 12, Augmentation = Augmentation.None,
            BarChance = 0 });
        var checkpoint = new Trainer(options, new RunOptions { Folder = folder.File("run"), Pictures = 16 }, scenes).Run();

        using var network = (FaceDetectorNetwork)checkpoint.CreateNetwork();
        var missed = new DetectorEvaluation(network, shape).Missed(faces.Skip(16).ToList());
        Assert.InRange(missed.Count, 0, 2);

        var weights = checkpoint.Weights.ToTable("test");
        var (path, difference) = DetectorExport.Write(
            network, weights, new ModelDescription("faces", "MIT", "drawn faces"), ModelPrecision.Full, [], folder.File("models"));
        Assert.InRange(difference, 0, 1e-4);
        var manifest = ModelManifest.Read(path);
        Assert.Equal((ModelKind.Detector, 96, 12, 5), (manifest.Kind, manifest.Input.Size, manifest.Output.Size, manifest.Output.Channels));
    }
}

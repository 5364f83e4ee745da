using LiveLandmarks.Models;
using LiveLandmarks.Training.Evaluation;
using LiveLandmarks.Training.Export;
using LiveLandmarks.Training.Export.Schema;
using LiveLandmarks.Training.Import;
using LiveLandmarks.Training.Network;
using LiveLandmarks.Training.Tests.Network;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Tests.Export;

public sealed class CompactExporterTests
{
    private const int Size = 64;

    [Theory]
    [MemberData(nameof(CompactNetworkTests.Shapes), MemberType = typeof(CompactNetworkTests))]
    public void The_model_gives_the_heatmaps_of_the_network(BlockKind kind, int stacks, int repeats)
    {
        var shape = CompactNetworkTests.Small(kind, stacks, repeats);
        using var network = Trained(shape, out var weights);
        using var model = new OnnxRuntimeRunner(CompactExporter.Export(weights, shape, Size), "image", [1, 3, Size, Size], "heatmaps");
        var runner = new NetworkRunner(network, Size);
        Assert.InRange(new ExportCheck().Run("compact", model.Run, runner.Heatmaps, runner.InputLength), 0, 1e-5);
    }

    [Theory]
    [InlineData(BlockKind.Bottleneck)]
    [InlineData(BlockKind.Inverted)]
    public void The_model_has_no_operator_that_breaks_the_blocked_layout(BlockKind kind)
    {
        var shape = CompactNetworkTests.Small(kind, stacks: 2);
        using var network = Trained(shape, out var weights);
        var nodes = ModelProto.Parser.ParseFrom(CompactExporter.Export(weights, shape, Size)).Graph.Node.Select(node => node.OpType);
        Assert.Equal(["Add", "AveragePool", "Conv", "Identity", "Relu", "Resize"], nodes.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sixteen_bits_and_decoding_in_the_graph_work_as_for_the_published_network()
    {
        var shape = CompactNetworkTests.Small();
        using var network = Trained(shape, out var weights);
        var model = CompactExporter.Export(
            weights, shape, Size, new ExportOptions { Precision = ModelPrecision.Half, Decode = HeatmapDecoding.MeanShift });
        var runner = new NetworkRunner(network, Size);
        using var half = new OnnxRuntimeRunner(model, "image", [1, 3, Size, Size], "heatmaps");
        ExportCheck.For(ModelPrecision.Half).Run("half", half.Run, runner.Heatmaps, runner.InputLength);
        using var decoded = new OnnxRuntimeRunner(model, "image", [2, 3, Size, Size], "landmarks");
        Assert.Equal(2 * 5 * 3, decoded.Run(SineWeights.Input(2 * 3 * Size * Size)).Length);
    }

    [Fact]
    public void Weights_of_another_network_are_refused()
    {
        using var network = Trained(CompactNetworkTests.Small(stacks: 1), out var weights);
        Assert.Throws<WeightsException>(() => CompactExporter.Export(weights, CompactNetworkTests.Small(stacks: 2), Size));
    }

    [Fact]
    public void The_library_loads_the_exported_model()
    {
        using var folder = new TempFolder();
        var shape = new StackedHourglassOptions { Landmarks = 68, Stacks = 1, Depth = 2, Compact = CompactNetworkTests.Small().Compact };
        using var network = Trained(shape, out var weights);
        var about = new ModelDescription("compact", "free", "nothing");
        var (manifest, difference) =
            LandmarkExport.Write(network, weights, LandmarkScheme.Ibug68, about, new ExportOptions(), [], folder.Path);
        Assert.InRange(difference, 0, 1e-4);
        var model = ModelCatalog.Open(folder.Path).Load(ModelKind.Landmarks, "compact");
        Assert.Equal((69, 64, manifest), (model.Manifest.Output.Channels, model.Manifest.Output.Size, folder.File("compact.json")));
    }

    /// <summary>A network whose normalizations have an effect, as after training.</summary>
    private static CompactNetwork Trained(StackedHourglassOptions shape, out WeightTable weights)
    {
        var network = (CompactNetwork)shape.Create();
        var state = network.state_dict();
        var shapes = state.ToDictionary(entry => entry.Key, entry => entry.Value.shape);
        weights = SineWeights.For(shapes);
        StateTransfer.Load(weights.ToStored(), state);
        network.eval();
        return network;
    }
}

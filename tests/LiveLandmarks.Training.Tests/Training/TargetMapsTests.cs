using LiveLandmarks.Geometry;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Losses;
using LiveLandmarks.Training.Training;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Training;

public class TargetMapsTests
{
    private const int Map = 64;

    private static readonly LandmarkScheme Scheme = LandmarkScheme.Ibug68;

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Maps_drawn_from_points_are_those_of_the_loader_and_count_as_much(bool boundary, bool quantized)
    {
        using var scope = NewDisposeScope();
        var targets = new HeatmapTargets(Scheme, withBoundary: boundary, quantised: quantized);
        var cells = targets.Channels * Map * Map;
        var (expected, marked) = (new float[cells], new float[cells]);
        var batch = Batch.OfPoints(1, 256, Map, Scheme.Count, boundary);
        var points = Scattered();
        targets.Render(points, expected, marked);
        targets.Place(points, batch.Points, batch.Boundary);

        var tensors = BatchTensors.Of(batch, new LossWeights(10, 1), CPU);
        Assert.Equal([1L, targets.Channels, Map, Map], tensors.Target.shape);
        Assert.Equal(expected, tensors.Target.data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-6f);
        Assert.Equal(marked.Select(mark => 1 + 10 * mark), tensors.Weights!.data<float>().ToArray());
    }

    [Fact]
    public void A_batch_of_maps_is_copied_as_it_is_and_may_change_afterwards()
    {
        using var scope = NewDisposeScope();
        var batch = new Batch(2, 8, 2, 3);
        batch.Images[5] = batch.Heatmaps[7] = batch.Weights[9] = 0.5f;
        var tensors = BatchTensors.Of(batch, new LossWeights(10, 1), CPU);
        Array.Fill(batch.Images, 9);
        Array.Fill(batch.Heatmaps, 9);
        Array.Fill(batch.Weights, 9);
        Assert.Equal(0.5f, tensors.Images.sum().item<float>());
        Assert.Equal(0.5f, tensors.Target.sum().item<float>());
        Assert.Equal(2 * 3 * 4 + 5f, tensors.Weights!.sum().item<float>());
        Assert.Null(BatchTensors.Of(batch, null, CPU).Weights);
    }

    /// <summary>Landmarks within the crop, on its edges, and beyond.</summary>
    private static Landmark[] Scattered()
    {
        var random = new Random(1);
        Landmark[] edges = [new(-0.5f, 3, 1), new(-0.6f, 3, 1), new(255.4f, 9, 1), new(255.6f, 9, 1), new(100, 400, 1), new(-90, -90, 1), new(0, 255, 1)];
        return [.. edges, .. Enumerable.Range(edges.Length, Scheme.Count - edges.Length).Select(_ => new Landmark(256 * random.NextSingle(), 256 * random.NextSingle(), 1))];
    }
}

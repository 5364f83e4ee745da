using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Losses;
using LiveLandmarks.Training.Tests.Data;
using LiveLandmarks.Training.Training;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Training;

public class TargetMapsTests
{
    private const int Size = 64;
    private const int Plane = Size * Size;

    [Theory]
    [InlineData(101.5f, 60.25f)]
    [InlineData(0, 0)]
    [InlineData(255, 130)]
    [InlineData(-0.5f, 255.4f)]
    public void A_landmark_becomes_a_Gaussian_around_its_exact_position(float x, float y)
    {
        var (maps, _) = Draw(x, y);
        var (cellX, cellY) = ((x - 1.5f) / 4, (y - 1.5f) / 4);
        for (var v = 0; v < Size; v++)
        {
            for (var u = 0; u < Size; u++)
            {
                var inside = Math.Abs(u - MathF.Floor(cellX + 0.5f)) <= 3 && Math.Abs(v - MathF.Floor(cellY + 0.5f)) <= 3;
                var square = (u - cellX) * (u - cellX) + (v - cellY) * (v - cellY);
                Assert.Equal(inside ? MathF.Exp(-square / (2 * 1.75f * 1.75f)) : 0, maps[v * Size + u], 1e-5f);
            }
        }
    }

    [Fact]
    public void A_map_is_as_high_as_the_landmark_is_sure()
    {
        var whole = Draw(101.5f, 60.25f).Maps;
        var (half, _) = Draw([new Landmark(101.5f, 60.25f, 0.5f), .. new Landmark[67]], quantized: false);
        Assert.Equal(Array.ConvertAll(whole[..Plane], value => value / 2), half[..Plane]);
    }

    [Theory]
    [InlineData(100, 60)]
    [InlineData(103.4f, 62)]
    [InlineData(99.5f, 59.5f)]
    public void Quantized_centers_match_the_reference(float x, float y)
    {
        var (maps, _) = Draw(x, y, quantized: true);
        Assert.Equal(1, maps[15 * Size + 25]);
        Assert.Equal(MathF.Exp(-1 / (2 * 1.75f * 1.75f)), maps[15 * Size + 26], 1e-6f);
        Assert.Equal(maps[15 * Size + 24], maps[15 * Size + 26]);
    }

    [Theory]
    [InlineData(-0.6f, 100)]
    [InlineData(100, 255.6f)]
    [InlineData(-5000, 1e9f)]
    [InlineData(float.NaN, 100)]
    public void A_landmark_outside_the_crop_gets_an_empty_map(float x, float y)
    {
        foreach (var quantized in new[] { false, true })
        {
            var (maps, weights) = Draw(x, y, quantized);
            Assert.Equal(0, maps[..Plane].Max());
            Assert.Equal(0, weights[..Plane].Max());
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Weights_are_1_where_a_target_in_the_3x3_neighborhood_exceeds_0_2(bool quantized)
    {
        var points = Pictures.Face().Points.Select(point => new Landmark(2.4f * (point.X - 35), 2.4f * (point.Y - 30), 1));
        var (maps, weights) = Draw([.. points], quantized);
        for (var channel = 0; channel < 69; channel++)
        {
            for (var v = 0; v < Size; v++)
            {
                for (var u = 0; u < Size; u++)
                {
                    var highest = 0f;
                    for (var y = Math.Max(0, v - 1); y <= Math.Min(Size - 1, v + 1); y++)
                    {
                        for (var x = Math.Max(0, u - 1); x <= Math.Min(Size - 1, u + 1); x++)
                            highest = Math.Max(highest, maps[channel * Plane + y * Size + x]);
                    }
                    Assert.Equal(highest > 0.2f ? 1 : 0, weights[channel * Plane + v * Size + u]);
                }
            }
        }
    }

    [Theory]
    [InlineData(true, 69)]
    [InlineData(false, 68)]
    public void The_boundary_adds_a_channel(bool withBoundary, int channels)
    {
        using var scope = NewDisposeScope();
        var batch = Batch.OfPoints(2, 256, Size, 68, withBoundary);
        Assert.Equal([2L, channels, Size, Size], BatchTensors.Of(batch, null, CPU).Target.shape);
    }

    [Fact]
    public void With_other_sizes_the_stride_determines_the_cell_of_a_landmark()
    {
        var (maps, _) = Draw([new Landmark(8 * 5 + 3.5f, 8 * 9 + 3.5f, 1), .. new Landmark[67]], quantized: false, inputSize: 128,
            mapSize: 16);
        Assert.Equal(1, maps[9 * 16 + 5]);
    }

    [Fact]
    public void A_batch_of_maps_is_copied_and_may_change_afterwards()
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

    /// <summary>Draws the maps of a first landmark at (x, y) and 67 other landmarks at (0, 0).</summary>
    private static (float[] Maps, float[] Weights) Draw(float x, float y, bool quantized = false) =>
        Draw([new Landmark(x, y, 1), .. new Landmark[67]], quantized);

    /// <summary>Draws the maps of one face. The weights are 1 in marked cells and 0 elsewhere.</summary>
    private static (float[] Maps, float[] Weights) Draw(Landmark[] points, bool quantized, int inputSize = 256, int mapSize = Size)
    {
        using var scope = NewDisposeScope();
        var batch = Batch.OfPoints(1, inputSize, mapSize, points.Length, boundary: true);
        new HeatmapTargets(LandmarkScheme.Ibug68, inputSize, mapSize, quantized: quantized).Place(points, batch.Points, batch.Boundary);
        var tensors = BatchTensors.Of(batch, new LossWeights(Factor: 1, Background: 0), CPU);
        return (tensors.Target.data<float>().ToArray(), tensors.Weights!.data<float>().ToArray());
    }
}

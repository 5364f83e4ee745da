using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;

namespace LiveLandmarks.Tests.Landmarks;

public class HeatmapDecoderTests
{
    private const int Size = 64;
    private const int InputSize = 256;
    private static readonly Similarity Identity = new(1, 0, 0, 0);

    [Theory]
    [InlineData(20, 31, 1.5)]
    [InlineData(20.3, 31.45, 1.5)]
    [InlineData(7.51, 55.92, 1)]
    [InlineData(1.2, 61.7, 2)]
    [InlineData(33.49, 12.5, 3)]
    public void The_center_of_a_gaussian_is_found_between_the_cells(double x, double y, double sigma)
    {
        var (foundX, foundY) = Cell(Decode(HeatmapDecoding.SubPixel, Gaussian(x, y, sigma)));
        Assert.Equal(x, foundX, 0.02);
        Assert.Equal(y, foundY, 0.02);
    }

    [Theory]
    [InlineData(20, 31, 1.5)]
    [InlineData(20.3, 31.45, 1.5)]
    [InlineData(9.51, 52.92, 1)]
    [InlineData(33.49, 12.5, 2)]
    public void Mean_shift_finds_the_center_of_a_gaussian_too(double x, double y, double sigma)
    {
        var (foundX, foundY) = Cell(Decode(HeatmapDecoding.MeanShift, Gaussian(x, y, sigma)));
        Assert.Equal(x, foundX, 0.03);
        Assert.Equal(y, foundY, 0.03);
    }

    [Fact]
    public void Mean_shift_hardly_moves_when_the_highest_cell_of_a_ridge_alternates()
    {
        float[] map = [.. Gaussian(30, 20, 1.5).Zip(Gaussian(33, 20, 1.5), Math.Max)];
        var (left, right) = (map.ToArray(), map.ToArray());
        left[20 * Size + 30] += 0.01f;
        right[20 * Size + 33] += 0.01f;
        Assert.InRange(Decode(HeatmapDecoding.SubPixel, left).DistanceTo(Decode(HeatmapDecoding.SubPixel, right)), 10, 14);
        Assert.InRange(Decode(HeatmapDecoding.MeanShift, left).DistanceTo(Decode(HeatmapDecoding.MeanShift, right)), 0, 0.5f);
    }

    [Fact]
    public void Mean_shift_stays_in_the_crop_at_its_border()
    {
        foreach (var (x, y) in new[] { (0.0, 0.0), (63.0, 63.0), (0.0, 40.0), (12.0, 63.0) })
        {
            var (foundX, foundY) = Cell(Decode(HeatmapDecoding.MeanShift, Gaussian(x, y, 1.5)));
            Assert.InRange(foundX, Math.Max(0, x - 1), Math.Min(63, x + 1));
            Assert.InRange(foundY, Math.Max(0, y - 1), Math.Min(63, y + 1));
        }
    }

    [Theory]
    [InlineData(20.3, 31.7, 20.25, 31.75)]
    [InlineData(20.1, 30.95, 20.25, 30.75)]
    [InlineData(20, 31.4, 20, 31.25)]
    public void Quarter_offset_moves_a_quarter_cell_towards_the_higher_neighbor(double x, double y, double expectedX, double expectedY)
    {
        var (foundX, foundY) = Cell(Decode(HeatmapDecoding.QuarterOffset, Gaussian(x, y, 1.5)));
        Assert.Equal(expectedX, foundX, 1e-4);
        Assert.Equal(expectedY, foundY, 1e-4);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(63, 63)]
    [InlineData(0, 30.25)]
    [InlineData(40.25, 63)]
    public void A_peak_at_the_border_is_not_moved_across_the_border(double x, double y)
    {
        foreach (var decoding in new[] { HeatmapDecoding.SubPixel, HeatmapDecoding.QuarterOffset })
        {
            var (foundX, foundY) = Cell(Decode(decoding, Gaussian(x, y, 1.5)));
            Assert.Equal(x, foundX, 0.02);
            Assert.Equal(y, foundY, 0.02);
        }
    }

    [Fact]
    public void Cells_lie_at_the_center_of_the_crop_pixels_that_they_cover()
    {
        var corner = Decode(HeatmapDecoding.SubPixel, Gaussian(0, 63, 1.5));
        Assert.Equal(1.5f, corner.X, 4);
        Assert.Equal(253.5f, corner.Y, 4);
    }

    [Theory]
    [InlineData(HeatmapDecoding.SubPixel)]
    [InlineData(HeatmapDecoding.MeanShift)]
    [InlineData(HeatmapDecoding.QuarterOffset)]
    public void A_map_of_zeros_has_no_confidence_and_a_point_in_the_crop(HeatmapDecoding decoding)
    {
        var point = Decode(decoding, new float[Size * Size]);
        Assert.Equal(0, point.Confidence);
        Assert.InRange(point.X, 0, InputSize);
        Assert.InRange(point.Y, 0, InputSize);
    }

    [Theory]
    [InlineData(HeatmapDecoding.SubPixel)]
    [InlineData(HeatmapDecoding.MeanShift)]
    [InlineData(HeatmapDecoding.QuarterOffset)]
    public void A_map_of_NaN_has_no_confidence_and_a_point_in_the_crop(HeatmapDecoding decoding)
    {
        var map = new float[Size * Size];
        Array.Fill(map, float.NaN);
        var point = Decode(decoding, map);
        Assert.Equal(0, point.Confidence);
        Assert.InRange(point.X, 0, InputSize);
        Assert.InRange(point.Y, 0, InputSize);
    }

    [Theory]
    [InlineData(1.7, 1)]
    [InlineData(0.4, 0.4)]
    [InlineData(-0.3, 0)]
    public void Confidence_is_the_height_of_the_peak_between_0_and_1(float height, float confidence)
    {
        var map = new float[Size * Size];
        Array.Fill(map, -0.5f);
        map[20 * Size + 30] = height;
        var point = Decode(HeatmapDecoding.SubPixel, map);
        Assert.Equal(confidence, point.Confidence);
        Assert.Equal((30.0, 20.0), Cell(point));
    }

    [Fact]
    public void Each_landmark_has_its_own_map_and_additional_maps_are_ignored()
    {
        float[] maps = [.. Gaussian(10, 20, 1.5), .. Gaussian(50, 40, 1.5), .. Gaussian(5, 5, 1.5)];
        var points = new Landmark[2];
        new HeatmapDecoder(Size, InputSize, HeatmapDecoding.SubPixel).Decode(maps, new Similarity(2, 0, 100, 200), points);
        Assert.Equal(0, points[0].DistanceTo(new Landmark(2 * 41.5f + 100, 2 * 81.5f + 200, 1)), 0.05f);
        Assert.Equal(0, points[1].DistanceTo(new Landmark(2 * 201.5f + 100, 2 * 161.5f + 200, 1)), 0.05f);
    }

    private static Landmark Decode(HeatmapDecoding decoding, float[] map)
    {
        var points = new Landmark[1];
        new HeatmapDecoder(Size, InputSize, decoding).Decode(map, Identity, points);
        return points[0];
    }

    private static (double X, double Y) Cell(Landmark point) => ((point.X - 1.5) / 4, (point.Y - 1.5) / 4);

    private static float[] Gaussian(double x, double y, double sigma)
    {
        var map = new float[Size * Size];
        for (var i = 0; i < map.Length; i++)
            map[i] = (float)Math.Exp(-(Math.Pow(i % Size - x, 2) + Math.Pow(i / Size - y, 2)) / (2 * sigma * sigma));
        return map;
    }

    [Theory]
    [InlineData(HeatmapDecoding.SubPixel)]
    [InlineData(HeatmapDecoding.MeanShift)]
    [InlineData(HeatmapDecoding.QuarterOffset)]
    public void A_map_with_some_NaN_cells_does_no_harm(HeatmapDecoding decoding)
    {
        var map = new float[64 * 64];
        map[20 * 64 + 30] = map[20 * 64 + 31] = float.NaN;
        var points = new Landmark[1];
        new HeatmapDecoder(64, 256, decoding).Decode(map, new Similarity(1, 0, 0, 0), points);
        Assert.Equal(0, points[0].Confidence);
    }
}

using LiveLandmarks.Inference;
using LiveLandmarks.Models;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Inference;

public class ImageTensorTests
{
    private const int Size = 16;

    [Theory]
    [InlineData("RGB", 30, 20, 10)]
    [InlineData("BGR", 10, 20, 30)]
    public void Planes_are_scaled_and_in_the_order_of_the_colors(string color, float first, float second, float third)
    {
        using var picture = new Mat(Size, Size, MatType.CV_8UC3, new Scalar(10, 20, 30));
        var values = Write(picture, color, 1 / 255f);
        Assert.Equal(3 * Size * Size, values.Length);
        Assert.All(values[..(Size * Size)], value => Assert.Equal(first / 255, value, 6));
        Assert.All(values[(Size * Size)..(2 * Size * Size)], value => Assert.Equal(second / 255, value, 6));
        Assert.All(values[(2 * Size * Size)..], value => Assert.Equal(third / 255, value, 6));
    }

    [Fact]
    public void A_plane_is_stored_row_by_row()
    {
        using var picture = new Mat(Size, Size, MatType.CV_8UC3, Scalar.Black);
        picture.Set(3, 5, new Vec3b(0, 255, 0));
        var values = Write(picture, "RGB", 1);
        Assert.Equal(255, values[Size * Size + 3 * Size + 5]);
        Assert.Equal(255, values.Sum());
    }

    [Fact]
    public void A_part_of_a_larger_picture_is_read_without_its_surroundings()
    {
        using var whole = new Mat(40, 50, MatType.CV_8UC3, Scalar.All(9));
        using var part = new Mat(whole, new Rect(7, 11, Size, Size));
        part.SetTo(Scalar.All(4));
        Assert.All(Write(part, "RGB", 0.5f), value => Assert.Equal(2, value));
    }

    /// <summary>Sixteen pixels are converted at a time; the rest of a row may be fewer.</summary>
    [Theory]
    [InlineData(16, "RGB")]
    [InlineData(41, "RGB")]
    [InlineData(64, "BGR")]
    public void Every_pixel_is_in_its_place(int size, string color)
    {
        const float scale = 1 / 255f;
        using var picture = new Mat(size, size, MatType.CV_8UC3);
        for (var i = 0; i < size * size; i++)
            picture.Set(i / size, i % size, new Vec3b((byte)i, (byte)(7 * i), (byte)(i / 3)));
        var tensor = new ImageTensor(new ModelInput("image", size, color, scale));
        var values = new float[tensor.Length];
        tensor.Write(picture, values);
        for (var i = 0; i < size * size; i++)
        {
            byte[] expected = [(byte)i, (byte)(7 * i), (byte)(i / 3)];
            if (color == "RGB")
                Array.Reverse(expected);
            for (var channel = 0; channel < 3; channel++)
                Assert.Equal(expected[channel] * scale, values[channel * size * size + i]);
        }
    }

    private static float[] Write(Mat picture, string color, float scale)
    {
        var tensor = new ImageTensor(new ModelInput("image", Size, color, scale));
        var values = new float[tensor.Length];
        tensor.Write(picture, values);
        return values;
    }
}

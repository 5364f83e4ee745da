using OpenCvSharp;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>A picture with edges, gradients and noise.</summary>
internal static class TestPicture
{
    public static Mat Make(int width, int height)
    {
        var picture = new Mat(height, width, MatType.CV_8UC3);
        var random = new Random(7);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                picture.Set(y, x, new Vec3b((byte)(5 * x), (byte)(x > width / 2 ? 200 : 7 * y), (byte)random.Next(256)));
        }
        return picture;
    }
}

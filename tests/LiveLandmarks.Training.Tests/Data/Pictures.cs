using LiveLandmarks.Training.Data;
using OpenCvSharp;

namespace LiveLandmarks.Training.Tests.Data;

/// <summary>Artificial pictures and faces for tests.</summary>
internal static class Pictures
{
    /// <summary>Blue is x and green is y, so that the color of a pixel gives its position; red is 100.</summary>
    public static Mat Gradient(int width, int height)
    {
        var image = new Mat(height, width, MatType.CV_8UC3);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                image.Set(y, x, new Vec3b((byte)x, (byte)y, 100));
        }
        return image;
    }

    public static byte[] Encode(Mat image, string extension = ".png")
    {
        Cv2.ImEncode(extension, image, out var bytes);
        return bytes;
    }

    public static byte[] GradientPng(int width = 200, int height = 180)
    {
        using var image = Gradient(width, height);
        return Encode(image);
    }

    /// <summary>A JPEG with enough content that truncation matters.</summary>
    public static byte[] Jpeg(int seed = 1)
    {
        var (picture, _) = SyntheticFaces.Draw(128, seed, 0);
        using (picture)
            return Encode(picture, ".jpg");
    }

    /// <summary>The landmarks of a drawn face, scaled and shifted.</summary>
    public static AnnotatedFace Face(string path = "none.jpg", long number = 0, float scale = 0.5f, float x = 30, float y = 20)
    {
        var (picture, face) = SyntheticFaces.Draw(256, 1, number);
        picture.Dispose();
        return new AnnotatedFace
        {
            ImagePath = path,
            Scheme = LandmarkScheme.Ibug68,
            Points = [.. face.Points.Select(point => new Landmark(scale * point.X + x, scale * point.Y + y, 1))],
            Source = path,
        };
    }

    /// <summary>Writes a small data set of drawn faces and reads its training part.</summary>
    public static IReadOnlyList<AnnotatedFace> Drawn(TempFolder folder, int count)
    {
        SyntheticFaces.Write(folder.Path, new SyntheticOptions { Train = count, Test = 1, Size = 128 });
        return new Faces300WDataSet().Read(folder.Path, new DataSetOptions());
    }
}

using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Web;

/// <summary>Pictures in the form that browsers send.</summary>
internal static class Pictures
{
    public static byte[] Jpeg(Mat image, int quality = 90)
    {
        Cv2.ImEncode(".jpg", image, out var bytes, new ImageEncodingParam(ImwriteFlags.JpegQuality, quality));
        return bytes;
    }

    public static byte[] Grey(int width, int height)
    {
        using var image = new Mat(height, width, MatType.CV_8UC3, Scalar.All(128));
        return Jpeg(image);
    }

    /// <summary>The first frames of the sample clip.</summary>
    public static List<byte[]> OfClip(int count)
    {
        using var reader = VideoReader.OpenFile(Repository.Media("collins.mp4"));
        using var image = new Mat();
        List<byte[]> pictures = [];
        while (pictures.Count < count && reader.Read(image, out _))
            pictures.Add(Jpeg(image));
        return pictures;
    }
}

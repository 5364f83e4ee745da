using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Web;

/// <summary>
/// The sample clip in the format of Chromium's fake camera (concatenated JPEGs). Each frame has its number in the upper left corner: eight
/// squares, white for one, the lowest bit first. Each frame is held for three frames of the camera, so that the tracker can follow the face
/// even if a frame takes long. The still start of the clip is left out, because its frames cannot be told apart.
/// </summary>
internal static class FakeCamera
{
    public const int Square = 16;
    public const int Bits = 8;
    public const int FirstFrame = 30;

    private const int Held = 3;

    public static void Write(string path)
    {
        using var file = File.Create(path);
        using var reader = VideoReader.OpenFile(Repository.Media("collins.mp4"));
        using var image = new Mat();
        for (var number = 0; reader.Read(image, out _); number++)
        {
            for (var bit = 0; bit < Bits; bit++)
                Cv2.Rectangle(image, new Rect(bit * Square, 0, Square, Square), Scalar.All((number >> bit & 1) * 255), -1);
            var jpeg = Pictures.Jpeg(image);
            for (var i = 0; number >= FirstFrame && i < Held; i++)
                file.Write(jpeg);
        }
    }

    public static string[] Switches(string path) =>
        ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", $"--use-file-for-fake-video-capture={path}"];
}

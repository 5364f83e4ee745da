using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Web;

/// <summary>
/// The sample clip as Chromium's fake camera plays it (JPEGs one after another), each frame with its number in the upper left corner:
/// eight squares, white for one, the lowest bit first. Each is held for three frames of the camera: so the face moves from picture to
/// picture, even where a frame takes long, no farther than it can be followed. The clip's still beginning, which tells no frame from the
/// next, is left out.
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

using LiveLandmarks.Output;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Cli;

/// <summary>Videos without faces.</summary>
internal static class SyntheticVideo
{
    public static void Write(string path, int frames)
    {
        using var recorder = new VideoRecorder(path, 25);
        using var image = new Mat(120, 160, MatType.CV_8UC3);
        for (var i = 0; i < frames; i++)
        {
            image.SetTo(new Scalar(40 + i, 90, 160 - i));
            recorder.Write(image, TimeSpan.FromSeconds(i / 25.0));
        }
    }
}

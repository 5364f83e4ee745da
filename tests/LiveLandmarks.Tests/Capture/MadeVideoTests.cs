using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Capture;

/// <summary>Base class of tests that create their videos with ffmpeg.</summary>
public abstract class MadeVideoTests : IDisposable
{
    private protected const string Pattern = "testsrc=s=160x120:r=30:d=2";

    private protected static readonly string[] X264 = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"];

    private protected readonly TempFolder folder = new();
    private protected readonly Mat image = new();

    public void Dispose()
    {
        image.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static Task<string> FfmpegAsync(params string[] arguments) => Tool.RunAsync("ffmpeg", ["-v", "error", "-y", .. arguments]);

    protected async Task<string> MakeAsync(string name, string[] options)
    {
        await FfmpegAsync(["-f", "lavfi", "-i", Pattern, .. options, folder.File(name)]);
        return folder.File(name);
    }

    protected List<double> Read(string name)
    {
        List<double> times = [];
        ReadInto(folder.File(name), times);
        return times;
    }

    protected void ReadInto(string path, List<double> times)
    {
        using var reader = VideoReader.OpenFile(path);
        while (reader.Read(image, out var time))
            times.Add(time.TotalSeconds);
    }
}

using LiveLandmarks.Capture;
using LiveLandmarks.Output;
using LiveLandmarks.Tests.Cli;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Samples;

/// <summary>A folder of videos and one of results, deleted after the test.</summary>
internal sealed class VideoFolders : IDisposable
{
    private readonly TempFolder folder = new();

    public string In => folder.File("in");

    public string Out => folder.File("out");

    public string Other => folder.File("other");

    /// <summary>Adds a video of some frames of the sample clip, which show its face.</summary>
    public string AddFace(string name, int frames, int first = 0)
    {
        var path = Place(name);
        using var reader = VideoReader.OpenFile(Repository.Media("collins.mp4"));
        using var recorder = new VideoRecorder(path, reader.Info.FramesPerSecond);
        using var image = new Mat();
        for (var i = 0; i < first + frames; i++)
        {
            Assert.True(reader.Read(image, out var time));
            if (i >= first)
                recorder.Write(image, time);
        }
        return path;
    }

    /// <summary>Adds a small video without a face.</summary>
    public void AddPlain(string name) => SyntheticVideo.Write(Place(name), 3);

    public void AddText(string name) => File.WriteAllText(Place(name), "This is no video.");

    /// <summary>Paths of the result files within their folder.</summary>
    public string[] Results() => Under(Out);

    /// <summary>Write time of each result.</summary>
    public Dictionary<string, DateTime> Times() =>
        Results().ToDictionary(name => name, name => File.GetLastWriteTimeUtc(Path.Combine(Out, name)));

    public string[] Lines(string name) => File.ReadAllLines(Path.Combine(Out, name));

    public static string[] Under(string root) =>
    [
        .. Directory.GetFiles(root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Waits until a run is some frames into a video.</summary>
    public async Task InWork(string name, int lines)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!Directory.Exists(Out) || Directory.GetDirectories(Out, $"{name}.partial-*").Length == 0)
            await Task.Delay(20, limit.Token);
        await CommandRun.LinesIn(Path.Combine(Directory.GetDirectories(Out, $"{name}.partial-*").Single(), "result.jsonl"), lines);
    }

    public void Dispose() => folder.Dispose();

    private string Place(string name)
    {
        var path = Path.Combine(In, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}

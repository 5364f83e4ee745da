using System.Globalization;
using LiveLandmarks.Capture;
using LiveLandmarks.Tests.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Clips;

/// <summary>A clip made by the ffmpeg program from still pictures, decoded and tracked as a user's file is.</summary>
internal sealed class MadeClip : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<(TimeSpan Time, IReadOnlyList<TrackedFace> Faces)> frames = [];

    private string File => folder.File("clip.mp4");

    public int Count => frames.Count;

    /// <summary>Number of ids that were assigned.</summary>
    public int Ids => frames.SelectMany(frame => frame.Faces).Select(face => face.Id).Distinct().Count();

    /// <summary>The portrait; in 640×480 pixels its face is 113 pixels high around (282, 166).</summary>
    public static string Portrait => Repository.Media("astronaut.png");

    /// <summary>Filters that bring the portrait to the size of the clips.</summary>
    public const string ToSize = "scale=640:640,crop=640:480:0:0";

    /// <summary>Makes a clip.</summary>
    /// <param name="seconds">Length of the clip.</param>
    /// <param name="rate">Frames a second.</param>
    /// <param name="pictures">Still pictures; each becomes an endless input of that rate.</param>
    /// <param name="filters">The filter graph, from inputs [0:v], [1:v] and so on.</param>
    public static async Task<MadeClip> Of(double seconds, double rate, string[] pictures, string filters)
    {
        var clip = new MadeClip();
        string[] inputs = [.. pictures.SelectMany(
            picture => (string[])["-loop", "1", "-framerate", Text(rate), "-t", Text(seconds), "-i", picture])];
        await Tool.RunAsync("ffmpeg",
            ["-v", "error", .. inputs, "-filter_complex", filters,
            "-vsync", "vfr", "-c:v", "libx264", "-preset", "veryfast", "-crf", "16", "-pix_fmt", "yuv420p", "-t", Text(seconds),
            clip.File]);
        clip.Track();
        return clip;
    }

    public static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    public IReadOnlyList<TrackedFace> this[int frame] => frames[frame].Faces;

    public TimeSpan Time(int frame) => frames[frame].Time;

    /// <summary>The only face of a frame.</summary>
    public TrackedFace Face(int frame)
    {
        Assert.True(this[frame].Count == 1, $"frame {frame}: {this[frame].Count} faces");
        return this[frame][0];
    }

    /// <summary>The faces of a frame processed as a still picture.</summary>
    public IReadOnlyList<FaceLandmarks> Still(int frame)
    {
        using var locator = Networks.Locator();
        using var reader = VideoReader.OpenFile(File);
        using var image = new Mat();
        for (var i = 0; i <= frame; i++)
            Assert.True(reader.Read(image, out _));
        return locator.Find(image);
    }

    /// <summary>Asserts that the smoothed landmarks of a frame match those of the frame processed as a still picture.</summary>
    public void ShouldBeRight(int frame, float tolerance)
    {
        var worst = DistanceToStill(frame);
        Assert.True(worst <= tolerance, $"frame {frame}: {worst:0.0} pixels off");
    }

    /// <summary>Largest distance of a smoothed landmark from that of the frame processed as a still picture, in pixels.</summary>
    public float DistanceToStill(int frame) => Largest(Face(frame).Landmarks.Points, Assert.Single(Still(frame)).Points);

    public static float Largest(IEnumerable<Landmark> found, IEnumerable<Landmark> expected) =>
        found.Zip(expected, (a, b) => a.DistanceTo(b)).Max();

    public void Dispose() => folder.Dispose();

    private void Track()
    {
        using var tracker = new FaceTracker(Networks.Locator());
        using var reader = VideoReader.OpenFile(File);
        using var image = new Mat();
        while (reader.Read(image, out var time))
            frames.Add((time, tracker.Process(image, time)));
    }
}

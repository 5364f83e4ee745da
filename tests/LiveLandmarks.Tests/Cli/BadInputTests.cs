using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Cli;

public sealed class BadInputTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_missing_file_gives_exit_code_3() =>
        (await CommandRun.Of("video", folder.File("none.mp4"), "--json", folder.File("o.jsonl"))).ShouldFail(3, "none.mp4: no such file");

    [Fact]
    public async Task A_text_file_named_mp4_gives_exit_code_3()
    {
        File.WriteAllText(folder.File("text.mp4"), "This is no video.");
        (await CommandRun.Of("video", folder.File("text.mp4"), "--json", folder.File("o.jsonl"))).ShouldFail(3, "text.mp4: not a video");
    }

    [Fact]
    public async Task An_empty_file_gives_exit_code_3()
    {
        File.WriteAllBytes(folder.File("empty.mp4"), []);
        (await CommandRun.Of("video", folder.File("empty.mp4"), "--json", folder.File("o.jsonl")))
            .ShouldFail(3, "empty.mp4: the file is empty");
    }

    [Fact]
    public async Task A_video_cut_before_its_index_gives_exit_code_3()
    {
        var whole = File.ReadAllBytes(Repository.Media("collins.mp4"));
        File.WriteAllBytes(folder.File("cut.mp4"), whole[..(whole.Length / 2)]);
        (await CommandRun.Of("video", folder.File("cut.mp4"), "--json", folder.File("o.jsonl"))).ShouldFail(3, "cut.mp4");
    }

    [ProgramFact("ffmpeg")]
    public async Task A_video_cut_after_its_index_is_processed_up_to_the_cut()
    {
        await Tool.RunAsync("ffmpeg", "-v", "error", "-i", Repository.Media("collins.mp4"), "-c", "copy", "-movflags", "+faststart",
            folder.File("fast.mp4"));
        var whole = File.ReadAllBytes(folder.File("fast.mp4"));
        File.WriteAllBytes(folder.File("cut.mp4"), whole[..(whole.Length / 2)]);

        var run = await CommandRun.Of("video", folder.File("cut.mp4"), "--out", folder.File("o.mp4"), "--json", folder.File("o.jsonl"));

        run.ShouldFail(3, "truncated");
        var lines = File.ReadAllLines(folder.File("o.jsonl")).Length;
        Assert.InRange(lines, 20, 200);
        Assert.Equal(lines, VideoReader.Inspect(folder.File("o.mp4")).FrameCount);
    }

    [ProgramFact("ffmpeg")]
    public async Task A_video_damaged_in_the_middle_is_processed_to_its_end_with_its_sound()
    {
        var source = folder.File("damaged.mp4");
        await Tool.RunAsync("ffmpeg", "-v", "error", "-i",
            Repository.Media("collins.mp4"), "-f", "lavfi", "-i", "sine=d=2", "-t", "2", "-c:v", "libx264", "-g", "10", "-c:a",
            "aac", source);
        var bytes = File.ReadAllBytes(source);
        new Random(3).NextBytes(bytes.AsSpan(bytes.Length / 2, bytes.Length / 12));
        File.WriteAllBytes(source, bytes);

        var run = await CommandRun.Of("video", source, "--out", folder.File("o.mp4"), "--json", folder.File("o.jsonl"));

        run.ShouldFail(3, "could not be decoded and were left out");
        var lines = File.ReadAllLines(folder.File("o.jsonl")).Length;
        Assert.InRange(lines, 40, 59);
        var streams = await Tool.RunAsync(
            "ffprobe", "-v", "error", "-show_entries", "stream=codec_type,nb_frames,duration", "-of", "csv=p=0", folder.File("o.mp4"));
        Assert.Contains("video,2.0", streams, StringComparison.Ordinal);
        Assert.Contains($",{lines}\n", streams, StringComparison.Ordinal);
        Assert.Contains("audio,", streams, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_camera_gives_exit_code_3() =>
        (await CommandRun.Of("live", "--source", "63", "--headless")).ShouldFail(3, "camera 63");

    [Fact]
    public async Task Without_a_display_live_suggests_headless() =>
        (await CommandRun.Of("live")).ShouldFail(OperatingSystem.IsLinux() ? 6 : 3, OperatingSystem.IsLinux() ? "--headless" : "camera");

    [Fact]
    public async Task A_folder_without_annotations_gives_exit_code_3() =>
        (await CommandRun.Of("eval", Repository.Media(""))).ShouldFail(3, "no annotated pictures");

    [Fact]
    public async Task A_picture_in_which_the_detector_finds_nothing_counts_as_a_missed_face()
    {
        using (var black = new OpenCvSharp.Mat(120, 160, OpenCvSharp.MatType.CV_8UC3, OpenCvSharp.Scalar.Black))
            OpenCvSharp.Cv2.ImWrite(folder.File("black.png"), black);
        File.WriteAllLines(folder.File("black.pts"),
            ["version: 1", "n_points: 68", "{", .. Enumerable.Range(0, 68).Select(i => $"{40 + i} {60 + i % 9}"), "}"]);
        var run = await CommandRun.Of("eval", folder.Path, "--boxes", "detector", "--json", folder.File("e.json"));
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("\"missed\": 100", File.ReadAllText(folder.File("e.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_bad_picture_among_many_is_named_and_the_others_are_processed()
    {
        File.WriteAllText(folder.File("bad.png"), "no picture");
        var run = await CommandRun.Of("image", folder.File("bad.png"), Repository.Media("astronaut.png"), "--json", folder.File("o.jsonl"));
        run.ShouldFail(3, "bad.png");
        Assert.Contains("astronaut.png", Assert.Single(File.ReadAllLines(folder.File("o.jsonl"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tiny_grey_and_deep_pictures_are_not_an_error()
    {
        using var face = Cv2.ImRead(Repository.Media("astronaut.png"), ImreadModes.Grayscale);
        using var deep = new Mat();
        face.ConvertTo(deep, MatType.CV_16UC1, 257);
        using var tiny = new Mat(1, 1, MatType.CV_8UC3, Scalar.White);
        Cv2.ImWrite(folder.File("1-grey.png"), face);
        Cv2.ImWrite(folder.File("2-deep.png"), deep);
        Cv2.ImWrite(folder.File("3-tiny.png"), tiny);

        var run = await CommandRun.Of("image", folder.Path, "--json", "-", "--out", folder.File("out"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([1, 1, 0], run.Output.Trim().Split('\n').Select(JsonLine.Faces));
        Assert.Equal(3, Directory.GetFiles(folder.File("out")).Length);
    }

    [Fact]
    public async Task A_video_without_a_face_is_not_an_error()
    {
        SyntheticVideo.Write(folder.File("plain.mp4"), 20);
        var run = await CommandRun.Of("video", folder.File("plain.mp4"), "--json", folder.File("o.jsonl"), "--out", folder.File("o.mp4"));
        Assert.Equal(0, run.ExitCode);
        Assert.All(File.ReadAllLines(folder.File("o.jsonl")), line => Assert.Equal(0, JsonLine.Faces(line)));
        Assert.True(File.Exists(folder.File("o.mp4")));
    }
}

using LiveLandmarks.Capture;

namespace LiveLandmarks.Tests.Cli;

public sealed class OutputTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Size_rate_and_number_of_frames_are_kept_and_every_frame_has_a_line()
    {
        var run = await CommandRun.Of(
            "video", Repository.Media("collins.mp4"), "--out", folder.File("o.mp4"), "--json", folder.File("o.jsonl"), "--snapshot", "3",
            "7", "--verbose");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(VideoReader.Inspect(Repository.Media("collins.mp4")) with { Name = "" },
            VideoReader.Inspect(folder.File("o.mp4")) with { Name = "" });
        Assert.Equal(240, File.ReadAllLines(folder.File("o.jsonl")).Length);
        Assert.Equal(["frame-0003.png", "frame-0007.png"], Directory.GetFiles(folder.Path, "*.png").Select(Path.GetFileName).Order());
        Assert.Contains("240 of 240 frames", run.Error, StringComparison.Ordinal);
        foreach (var told in new[] { "face-standard runs on Cpu", "face 1 appears at", "o.mp4: recording finished, 240 frames",
            "o.jsonl: 240 lines written" })
            Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [ProgramFact("ffmpeg")]
    public async Task The_sound_of_the_input_is_in_the_output()
    {
        SyntheticVideo.Write(folder.File("silent.mp4"), 50);
        await Tool.RunAsync("ffmpeg",
            "-v", "error", "-i", folder.File("silent.mp4"), "-f", "lavfi", "-i", "sine=d=2", "-c:v", "copy", "-shortest",
            folder.File("in.mp4"));

        var run = await CommandRun.Of("video", folder.File("in.mp4"), "--out", folder.File("o.mp4"));

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("recording", run.Error, StringComparison.Ordinal);
        var streams = await Tool.RunAsync(
            "ffprobe", "-v", "error", "-show_entries", "stream=codec_type", "-of", "csv=p=0", folder.File("o.mp4"));
        Assert.Equal(["video", "audio"], streams.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(50, VideoReader.Inspect(folder.File("o.mp4")).FrameCount);
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_gives_exit_code_4()
    {
        File.WriteAllText(folder.File("file"), "");
        var place = Path.Combine(folder.File("file"), "o.mp4");
        (await CommandRun.Of("video", Repository.Media("collins.mp4"), "--out", place)).ShouldFail(4, place + ": cannot be written");
    }

    [LinuxFact]
    public async Task A_full_device_gives_exit_code_4() =>
        (await CommandRun.Of("video", Repository.Media("collins.mp4"), "--json", "/dev/full"))
            .ShouldFail(4, "/dev/full: cannot be written");

    [TmpfsFact]
    public async Task A_full_disk_gives_exit_code_4_and_leaves_a_video_that_plays_and_complete_lines()
    {
        using var disk = await SmallDisk.MountAsync("1900k");
        var run = await CommandRun.Of(
            "video", Repository.Media("two-faces.mp4"), "--out", disk.File("o.mp4"), "--json", disk.File("o.jsonl"));

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("Free some space", Assert.Single(run.Failures), StringComparison.Ordinal);
        Assert.InRange(VideoReader.Inspect(disk.File("o.mp4")).FrameCount!.Value, 10, 323);
        Assert.All(File.ReadAllLines(disk.File("o.jsonl")), line => JsonLine.Faces(line));
    }

    [LinuxFact]
    public async Task After_an_interrupt_the_video_plays_and_the_lines_are_complete()
    {
        using var process = CommandRun.Start(
            "video", Repository.Media("two-faces.mp4"), "--out", folder.File("o.mp4"), "--json", folder.File("o.jsonl"));
        var end = CommandRun.EndOf(process);
        await CommandRun.LinesIn(folder.File("o.jsonl"), 5);
        await CommandRun.InterruptAsync(process);

        Assert.Equal(130, (await end).ExitCode);
        var lines = File.ReadAllLines(folder.File("o.jsonl"));
        Assert.InRange(lines.Length, 5, 323);
        Assert.All(lines, line => JsonLine.Faces(line));
        Assert.Equal(lines.Length, VideoReader.Inspect(folder.File("o.mp4")).FrameCount);
    }
}

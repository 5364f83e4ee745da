using LiveLandmarks.Capture;
using LiveLandmarks.Tests.Cli;

namespace LiveLandmarks.Tests.Samples;

public sealed class VideoFileTests : IDisposable
{
    private readonly VideoFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task Every_video_has_its_results_a_damaged_one_is_named_and_other_files_are_left_alone()
    {
        var first = folders.AddFace("a.mp4", 12);
        folders.AddFace("sub/b.mp4", 9, first: 40);
        folders.AddFace("sub/deeper/c.mp4", 7, first: 100);
        folders.AddText("sub/damaged.mp4");
        folders.AddText("notes.txt");

        var run = await VideoFileRun.Of(folders.In, "--out", folders.Out, "--video");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("damaged.mp4: not a video", Assert.Single(run.Complaints()), StringComparison.Ordinal);
        Assert.Equal(
            ["a.done", "a.jsonl", "a.mp4", "sub/b.done", "sub/b.jsonl", "sub/b.mp4", "sub/deeper/c.done", "sub/deeper/c.jsonl",
                "sub/deeper/c.mp4"],
            folders.Results());
        foreach (var (name, frames) in new[] { ("a", 12), ("sub/b", 9), ("sub/deeper/c", 7) })
        {
            var lines = folders.Lines(name + ".jsonl");
            Assert.Equal(frames, lines.Length);
            Assert.All(lines, line => Assert.Equal(1, JsonLine.Faces(line)));
            Assert.Equal(frames, VideoReader.Inspect(Path.Combine(folders.Out, name + ".mp4")).FrameCount);
        }
        Assert.Contains("4 of 4", run.Output, StringComparison.Ordinal);
        Assert.Contains("frames/s, ETA 0:00:00", run.Output, StringComparison.Ordinal);

        // The sample gives the same result for a video among many as the command for that video alone: no state carries over.
        (await CommandRun.Of("video", Path.Combine(folders.In, "sub", "b.mp4"), "--json", folders.Other)).ShouldSucceed();
        Assert.Equal(File.ReadAllLines(folders.Other), folders.Lines("sub/b.jsonl"));
        Assert.True(File.Exists(first));
    }

    [Fact]
    public async Task A_changed_video_is_processed_again_and_only_that()
    {
        folders.AddFace("a.mp4", 5);
        folders.AddFace("b.mp4", 5);
        (await VideoFileRun.Of(folders.In, "--out", folders.Out)).ShouldSucceed();
        var before = folders.Times();

        (await VideoFileRun.Of(folders.In, "--out", folders.Out)).ShouldSucceed();
        Assert.Equal(before, folders.Times());

        folders.AddFace("b.mp4", 8, first: 60);
        var run = await VideoFileRun.Of(folders.In, "--out", folders.Out);

        run.ShouldSucceed();
        Assert.Contains("1 finished before, 1 to do", run.Output, StringComparison.Ordinal);
        Assert.Equal(8, folders.Lines("b.jsonl").Length);
        Assert.Equal(before["a.jsonl"], folders.Times()["a.jsonl"]);
        Assert.NotEqual(before["b.jsonl"], folders.Times()["b.jsonl"]);
    }

    [Fact]
    public async Task A_result_that_was_deleted_or_not_requested_before_is_created()
    {
        folders.AddFace("a.mp4", 4);
        folders.AddFace("b.mp4", 4);
        (await VideoFileRun.Of(folders.In, "--out", folders.Out)).ShouldSucceed();
        File.Delete(Path.Combine(folders.Out, "a.jsonl"));

        var again = await VideoFileRun.Of(folders.In, "--out", folders.Out);
        Assert.Contains("1 finished before, 1 to do", again.Output, StringComparison.Ordinal);
        Assert.Equal(4, folders.Lines("a.jsonl").Length);

        Assert.Contains("0 finished before, 2 to do", (await VideoFileRun.Of(folders.In, "--out", folders.Out, "--video")).Output,
            StringComparison.Ordinal);
        Assert.Equal(["a.done", "a.jsonl", "a.mp4", "b.done", "b.jsonl", "b.mp4"], folders.Results());
        Assert.Contains("2 finished before, 0 to do", (await VideoFileRun.Of(folders.In, "--out", folders.Out)).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Videos_whose_results_would_have_the_same_name_are_refused()
    {
        folders.AddText("a.mp4");
        folders.AddText("a.mov");
        var run = await VideoFileRun.Of(folders.In, "--out", folders.Out);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("rename one", Assert.Single(run.Complaints()), StringComparison.Ordinal);
        Assert.Empty(folders.Results());
    }
}

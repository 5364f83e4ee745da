using LiveLandmarks.Tests.Cli;

namespace LiveLandmarks.Tests.Samples;

public sealed class VideoFileCrashTests : IDisposable
{
    private const int LongEnough = 40;

    private readonly VideoFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task A_killed_run_loses_only_the_current_video_and_the_final_results_are_the_same()
    {
        AddVideos();
        using (var process = VideoFileRun.Start(VideoFileRun.Program, [], folders.In, "--out", folders.Out, "--video"))
        {
            var end = CommandRun.EndOf(process);
            await folders.InWork("b", lines: 5);
            process.Kill();
            await end;
        }
        var before = folders.Times();
        Assert.Equal(["a.done", "a.jsonl", "a.mp4"], before.Keys.Where(name => !name.Contains("partial", StringComparison.Ordinal)));
        Assert.Contains(before.Keys, name => name.StartsWith("b.partial-", StringComparison.Ordinal));

        var run = await VideoFileRun.Of(folders.In, "--out", folders.Out, "--video");

        run.ShouldSucceed();
        Assert.Contains("1 finished before, 2 to do", run.Output, StringComparison.Ordinal);
        Assert.All(["a.done", "a.jsonl", "a.mp4"], name => Assert.Equal(before[name], folders.Times()[name]));

        (await VideoFileRun.Of(folders.In, "--out", folders.Other, "--video")).ShouldSucceed();
        Assert.Equal(VideoFolders.Under(folders.Other), folders.Results());
        Assert.All(folders.Results(),
            name => Assert.Equal(File.ReadAllBytes(Path.Combine(folders.Other, name)), File.ReadAllBytes(Path.Combine(folders.Out, name))));
    }

    [LinuxFact]
    public async Task An_interrupt_abandons_the_current_video_and_leaves_no_trace_of_it()
    {
        AddVideos();
        using var process = VideoFileRun.Start(VideoFileRun.Program, [], folders.In, "--out", folders.Out, "--video");
        var end = CommandRun.EndOf(process);
        await folders.InWork("b", lines: 5);
        await CommandRun.InterruptAsync(process);

        var run = await end;

        Assert.Equal(130, run.ExitCode);
        Assert.Empty(run.Complaints());
        Assert.Contains("interrupted", run.Output, StringComparison.Ordinal);
        Assert.Equal(["a.done", "a.jsonl", "a.mp4"], folders.Results());
        Assert.Empty(Directory.GetDirectories(folders.Out));
    }

    [TmpfsFact]
    public async Task A_full_disk_stops_the_run_and_finished_results_stay()
    {
        AddVideos();
        using var disk = await SmallDisk.MountAsync("100k");
        var results = disk.File("out");

        var run = await VideoFileRun.Of(folders.In, "--out", results);

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("space", Assert.Single(run.Complaints()), StringComparison.Ordinal);
        Assert.Equal(["a.done", "a.jsonl"], VideoFolders.Under(results));
        Assert.All(File.ReadAllLines(Path.Combine(results, "a.jsonl")), line => Assert.Equal(1, JsonLine.Faces(line)));
        Assert.Contains("1 finished before, 2 to do", (await VideoFileRun.Of(folders.In, "--out", results)).Output,
            StringComparison.Ordinal);
    }

    private void AddVideos()
    {
        folders.AddFace("a.mp4", 5);
        folders.AddFace("b.mp4", LongEnough, first: 20);
        folders.AddFace("c.mp4", 5, first: 80);
    }
}

namespace LiveLandmarks.Tests.Samples;

public sealed class VideoFileShardTests : IDisposable
{
    private const string Stale = ".partial-0123456789abcdef0123456789abcdef";

    private static readonly string[] Names = ["1", "2", "3", "4", "5", "a/6", "a/7", "a/8", "a/9"];

    private readonly VideoFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task Three_shards_process_every_video_once_and_clean_up_only_their_own_files()
    {
        foreach (var name in Names)
        {
            folders.AddPlain(name + ".mp4");
            Directory.CreateDirectory(Path.Combine(folders.Out, name + Stale));
        }

        HashSet<string> done = [];
        Dictionary<string, DateTime> times = [];
        Add(await VideoFileRun.With(new() { ["JOB_COMPLETION_INDEX"] = "0", ["SHARD_COUNT"] = "3" }, folders.In, "--out", folders.Out), 0);
        Add(await VideoFileRun.With(
            new() { ["SLURM_ARRAY_TASK_ID"] = "1", ["SLURM_ARRAY_TASK_COUNT"] = "3", ["SLURM_ARRAY_TASK_MAX"] = "2" }, folders.In, "--out",
            folders.Out), 1);
        Add(await VideoFileRun.With(
            new() { ["JOB_COMPLETION_INDEX"] = "0", ["SHARD_COUNT"] = "3" }, folders.In, "--out", folders.Out, "--shard", "2/3"), 2);
        Assert.Equal(Names.Select(name => name + ".jsonl").Order(StringComparer.Ordinal), done.Order(StringComparer.Ordinal));

        void Add(CommandRun run, int index)
        {
            run.ShouldSucceed();
            var lines = folders.Results().Where(name => name.EndsWith(".jsonl", StringComparison.Ordinal)).ToArray();
            var own = lines.Except(done).ToArray();
            Assert.InRange(own.Length, 1, Names.Length - 2);
            Assert.Contains($"shard {index}/3: {own.Length} of {Names.Length} videos, 0 finished before, {own.Length} to do", run.Output,
                StringComparison.Ordinal);
            Assert.All(times, before => Assert.Equal(before.Value, folders.Times()[before.Key]));
            done.UnionWith(own);
            times = folders.Times();
            Assert.All(Names, name => Assert.Equal(
                !done.Contains(name + ".jsonl"), Directory.Exists(Path.Combine(folders.Out, name + Stale))));
        }
    }

    [Theory]
    [InlineData("the last of 3 is 2/3", "--shard", "3/3")]
    [InlineData("'one'", "--shard", "one")]
    [InlineData("'-1/2'", "--shard", "-1/2")]
    [InlineData("at least one", "--shard", "0/0")]
    [InlineData("SHARD_COUNT", "JOB_COMPLETION_INDEX=1")]
    [InlineData("JOB_COMPLETION_INDEX", "SHARD_COUNT=4")]
    [InlineData("'two'", "JOB_COMPLETION_INDEX=0", "SHARD_COUNT=two")]
    [InlineData("--array=0-7", "SLURM_ARRAY_TASK_ID=2", "SLURM_ARRAY_TASK_COUNT=2", "SLURM_ARRAY_TASK_MAX=5")]
    public async Task An_impossible_shard_gives_exit_code_2(string naming, params string[] given)
    {
        var environment = given.Where(text => text.Contains('=', StringComparison.Ordinal)).Select(text => text.Split('='))
            .ToDictionary(parts => parts[0], parts => parts[1]);
        var run = await VideoFileRun.With(
            environment, [folders.In, "--out", folders.Out, .. given.Where(text => !text.Contains('=', StringComparison.Ordinal))]);
        ShouldFail(run, 2, naming);
    }

    [Fact]
    public async Task A_missing_folder_or_one_without_videos_gives_exit_code_3()
    {
        ShouldFail(await VideoFileRun.Of(folders.In, "--out", folders.Out), 3, "no such folder");
        folders.AddText("notes.txt");
        ShouldFail(await VideoFileRun.Of(folders.In, "--out", folders.Out), 3, "no videos");
    }

    [Fact]
    public async Task Results_among_the_videos_give_exit_code_2()
    {
        folders.AddPlain("a.mp4");
        ShouldFail(await VideoFileRun.Of(folders.In, "--out", Path.Combine(folders.In, "results")), 2, "--out");
        ShouldFail(await VideoFileRun.Of(folders.In, "--out", folders.In + "/", "--video"), 2, "--out");
    }

    private static void ShouldFail(CommandRun run, int code, string naming)
    {
        Assert.True(run.ExitCode == code, $"exit code {run.ExitCode}, expected {code}; standard error:\n{run.Error}");
        var line = Assert.Single(run.Complaints());
        Assert.StartsWith("VideoFile: ", line, StringComparison.Ordinal);
        Assert.Contains(naming, line, StringComparison.Ordinal);
    }
}

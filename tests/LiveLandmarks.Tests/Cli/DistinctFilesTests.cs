namespace LiveLandmarks.Tests.Cli;

/// <summary>No command overwrites its inputs or writes two outputs to one file.</summary>
public sealed class DistinctFilesTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [LinuxFact]
    public async Task An_input_video_is_never_an_output()
    {
        var video = folder.File("in.mp4");
        File.Copy(Repository.Media("collins.mp4"), video);
        File.CreateSymbolicLink(folder.File("link.mp4"), video);
        await Tool.RunAsync("ln", video, folder.File("hard.mp4"));
        Directory.CreateDirectory(folder.File("sub"));
        string[][] commands =
        [
            ["video", video, "--out", video],
            ["video", video, "--json", folder.File("sub/../in.mp4")],
            ["video", video, "--csv", folder.File("link.mp4")],
            ["video", folder.File("link.mp4"), "--out", video],
            ["video", video, "--out", folder.File("hard.mp4"), "--json", "-"],
            ["live", "--headless", "--source", video, "--json", video],
            ["live", "--headless", "--source", $"file://{video}", "--csv", video],
        ];
        foreach (var command in commands)
        {
            var run = await CommandRun.Of(command);
            run.ShouldFail(2, "would replace");
            // Refused before anything is opened.
            Assert.DoesNotContain("device:", run.Error, StringComparison.Ordinal);
        }
        Assert.Equal(File.ReadAllBytes(Repository.Media("collins.mp4")), File.ReadAllBytes(video));
        Assert.Equal(["hard.mp4", "in.mp4", "link.mp4"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Two_outputs_are_never_the_same_file()
    {
        var video = Repository.Media("collins.mp4");
        (await CommandRun.Of("video", video, "--json", folder.File("x"), "--csv", folder.File("./x"))).ShouldFail(2, "is the same file as");
        (await CommandRun.Of("video", video, "--out", folder.File("x.mp4"), "--json", folder.File("x.mp4")))
            .ShouldFail(2, "is the same file as");
        (await CommandRun.Of("video", video, "--out", folder.File("x.mp4"), "--json", folder.File("frame-0007.png"), "--snapshot", "7"))
            .ShouldFail(2, "(--snapshot) is the same file as");
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_picture_is_never_replaced_by_its_own_result_or_that_of_another()
    {
        var picture = File.ReadAllBytes(Repository.Media("astronaut.png"));
        foreach (var name in new[] { "one/a.png", "two/a.png" })
            folder.Write(name, picture);
        (await CommandRun.Of("image", folder.File("one"), "--out", folder.File("two/../one"))).ShouldFail(2, "a.png (result of");
        (await CommandRun.Of("image", folder.File("one/a.png"), "--out", folder.File("one"))).ShouldFail(2, "would replace");
        (await CommandRun.Of("image", folder.File("one"), folder.File("two"), "--out", folder.File("out")))
            .ShouldFail(2, "is the same file as");
        (await CommandRun.Of("image", folder.File("one"), "--json", folder.File("one/a.png"))).ShouldFail(2, "would replace");
        Assert.Equal(picture, File.ReadAllBytes(folder.File("one/a.png")));
        Assert.False(Directory.Exists(folder.File("out")));
        // A picture of the same name that is not an input may be replaced.
        (await CommandRun.Of("image", folder.File("one"), "--out", folder.File("two"))).ShouldSucceed();
        Assert.NotEqual(picture, File.ReadAllBytes(folder.File("two/a.png")));
    }

    [Fact]
    public async Task Annotations_and_model_files_are_never_replaced()
    {
        folder.Write("a.jpg", File.ReadAllBytes(Repository.Media("astronaut.png")));
        folder.Write("a.pts", "version: 1\n");
        (await CommandRun.Of("eval", folder.Path, "--json", folder.File("a.pts"))).ShouldFail(2, "a.pts (--json) would replace");
        foreach (var model in Directory.GetFiles(Repository.Models))
            File.Copy(model, folder.File($"{Path.GetFileName(model)}"));
        var manifest = Directory.GetFiles(folder.Path, "*.json")[0];
        (await CommandRun.Of("image", folder.Path, "--models", folder.Path, "--json", manifest)).ShouldFail(2, "(--models)");
        Assert.Equal("version: 1\n", File.ReadAllText(folder.File("a.pts")));
    }

    [Fact]
    public async Task A_folder_in_place_of_a_file_or_the_reverse_is_reported_at_the_start()
    {
        folder.Write("sub/a.png", File.ReadAllBytes(Repository.Media("astronaut.png")));
        string[][] commands =
        [
            ["video", Repository.Media("collins.mp4"), "--out", folder.File("sub")],
            ["video", Repository.Media("collins.mp4"), "--json", folder.File("sub/")],
            ["image", Repository.Media("astronaut.png"), "--json", folder.File("sub")],
            ["eval", folder.File("sub"), "--json", folder.File("sub")],
        ];
        folder.Write("sub/a.pts", "");
        foreach (var command in commands)
        {
            var run = await CommandRun.Of(command);
            run.ShouldFail(4, "this is a folder");
            Assert.DoesNotContain("device:", run.Error, StringComparison.Ordinal);
        }
        (await CommandRun.Of("image", Repository.Media("astronaut.png"), "--out", folder.File("sub/a.png")))
            .ShouldFail(4, "this is a file");
    }
}

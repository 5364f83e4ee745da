using LiveLandmarks.Output;

namespace LiveLandmarks.Tests.Output;

public sealed class FileIdentityTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Different_spellings_of_a_path_are_the_same_file()
    {
        folder.Write("sub/a", "");
        foreach (var name in new[] { "sub/a", "sub/new", "new/deeper/b" })
        {
            var file = FileIdentity.Of(folder.File(name));
            Assert.Equal(file, FileIdentity.Of(folder.File($"./sub/.././{name}")));
            Assert.Equal(file, FileIdentity.Of(Path.GetRelativePath(Environment.CurrentDirectory, folder.File(name))));
        }
        Assert.Equal(FileIdentity.Of(folder.Path), FileIdentity.Of(folder.Path + "/"));
    }

    [Fact]
    public void Different_files_differ_whether_they_exist_or_not()
    {
        folder.Write("a", "");
        folder.Write("b", "");
        var all = new[] { "a", "b", "c", "d", "e/a", "f/a" }.Select(name => FileIdentity.Of(folder.File(name)));
        Assert.Equal(6, all.Distinct().Count());
    }

    [LinuxFact]
    public async Task A_link_is_the_same_file_as_its_target()
    {
        var file = folder.Write("sub/a", "");
        File.CreateSymbolicLink(folder.File("link"), file);
        File.CreateSymbolicLink(folder.File("linked-folder"), folder.File("sub"));
        File.CreateSymbolicLink(folder.File("to-nothing"), folder.File("sub/new"));
        await Tool.RunAsync("ln", file, folder.File("hard"));
        foreach (var name in new[] { "link", "hard", "linked-folder/a" })
            Assert.Equal(FileIdentity.Of(file), FileIdentity.Of(folder.File(name)));
        Assert.Equal(FileIdentity.Of(folder.File("sub/new")), FileIdentity.Of(folder.File("to-nothing")));
        Assert.Equal(FileIdentity.Of(folder.File("sub/other")), FileIdentity.Of(folder.File("linked-folder/other")));
    }

    [LinuxFact]
    public void Circular_links_are_treated_like_any_other_file()
    {
        File.CreateSymbolicLink(folder.File("a"), folder.File("b"));
        File.CreateSymbolicLink(folder.File("b"), folder.File("a"));
        Assert.NotEqual(FileIdentity.Of(folder.File("c")), FileIdentity.Of(folder.File("a")));
    }

    [LinuxFact]
    public void A_device_is_recognized()
    {
        Assert.True(FileIdentity.Of("/dev/null").IsDevice);
        Assert.False(FileIdentity.Of(folder.Write("a", "")).IsDevice);
        Assert.False(FileIdentity.Of(folder.File("new")).IsDevice);
        Assert.False(FileIdentity.Of(folder.Path).IsDevice);
    }
}

using System.Runtime.Versioning;
using LiveLandmarks.Output;

namespace LiveLandmarks.Tests.Output;

public sealed class OutputFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_failure_leaves_the_old_file_and_nothing_else()
    {
        var path = folder.Write("a.json", "old");
        var error = Assert.Throws<OutputException>(() => OutputFile.Write(path, file =>
        {
            file.Write("half"u8);
            throw new IOException("No space left on device.");
        }));
        Assert.StartsWith($"{path}: cannot be written: No space", error.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void The_old_file_stays_while_the_new_one_is_written()
    {
        var path = folder.Write("a.json", "old");
        OutputFile.Write(path, file =>
        {
            file.Write("new"u8);
            Assert.Equal("old", File.ReadAllText(path));
        });
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_file_that_is_being_written_is_refused_to_other_writers()
    {
        var path = folder.File("a.jsonl");
        using (JsonLinesWriter.Open(path))
        {
            foreach (var second in new Action[]
                { () => JsonLinesWriter.Open(path), () => OutputFile.Write(path, _ => { }), () => OpenFaceCsvWriter.Open(path) })
                Assert.Contains("a.jsonl: another run is writing this", Assert.Throws<OutputException>(second).Message,
                    StringComparison.Ordinal);
            JsonLinesWriter.Open(folder.File("b.jsonl")).Dispose();
        }
        JsonLinesWriter.Open(path).Dispose();
        Assert.Equal(["a.jsonl", "b.jsonl"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Files_left_behind_by_a_killed_run_are_taken_over()
    {
        var path = folder.File("a.jsonl");
        string left;
        using (JsonLinesWriter.Open(path))
            left = Directory.GetFiles(folder.Path, ".*").Single();
        File.WriteAllText(left, "");
        JsonLinesWriter.Open(path).Dispose();
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_folder_is_refused_as_a_file_and_a_file_as_a_folder()
    {
        var file = folder.Write("file", "");
        foreach (var path in new[] { folder.Path, folder.File("new/"), "" })
            Assert.Contains("this is a folder", Assert.Throws<OutputException>(() => OutputFile.Write(path, _ => { })).Message,
                StringComparison.Ordinal);
        Assert.Throws<OutputException>(() => OutputFile.RequireNoFile(file));
        foreach (var refuse in new Action<string>[] { path => OutputFile.RequireNoFolder(path), OutputFile.RequireNoFile })
            Assert.Contains("file is a file, not a folder",
                Assert.Throws<OutputException>(() => refuse(Path.Combine(file, "new", "a"))).Message, StringComparison.Ordinal);
        OutputFile.RequireNoFile(folder.Path);
    }

    [LinuxFact]
    [UnsupportedOSPlatform("windows")]
    public void A_link_stays_and_its_target_is_replaced()
    {
        var file = folder.Write("sub/a.json", "old");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(folder.File("link"), file);
        OutputFile.Write(folder.File("link"), stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(file));
        Assert.Equal(file, File.ResolveLinkTarget(folder.File("link"), false)!.FullName);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [LinuxFact]
    public void A_device_is_written_to_and_not_replaced()
    {
        OutputFile.Write("/dev/null", stream => stream.Write("new"u8));
        Assert.True(FileIdentity.Of("/dev/null").IsDevice);
        Assert.Throws<OutputException>(() => OutputFile.Write("/dev/full", stream => stream.Write("new"u8)));
        Assert.True(FileIdentity.Of("/dev/full").IsDevice);
    }
}

using LiveLandmarks.Training.Build;
using Microsoft.Build.Framework;

namespace LiveLandmarks.Training.Tests.Build;

public sealed class WeakenVersionNeedTests : IDisposable
{
    private static readonly byte[] Library = SmallElf.Create(
        defines: [], ("libc.so.6", ["GLIBC_2.34"]), ("libstdc++.so.6", ["GLIBCXX_3.4.30", "GLIBCXX_3.4.32", "CXXABI_1.3"]));

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void If_the_system_lacks_the_version_a_copy_has_only_that_version_marked()
    {
        var task = Make(SmallElf.Create(["libstdc++.so.6", "GLIBCXX_3.4.29", "GLIBCXX_3.4.30"]));
        Assert.True(task.Execute());
        Assert.True(task.Copied);
        var flags = SmallElf.NeedFlags(File.ReadAllBytes(task.Copy));
        Assert.Equal(4, flags.Count);
        Assert.Equal("GLIBCXX_3.4.32", Assert.Single(flags, flag => flag.Value != 0).Key);
        Assert.Equal(2, flags["GLIBCXX_3.4.32"]);
    }

    [Fact]
    public void The_copy_differs_in_one_byte_and_the_original_stays_unchanged()
    {
        var task = Make(SmallElf.Create(["libstdc++.so.6"]));
        Assert.True(task.Execute());
        Assert.Equal(Library, File.ReadAllBytes(task.Library));
        Assert.Single(File.ReadAllBytes(task.Copy).Zip(Library), pair => pair.First != pair.Second);
        Assert.Equal(File.GetLastWriteTimeUtc(task.Library), File.GetLastWriteTimeUtc(task.Copy));
    }

    [Fact]
    public void A_copy_that_a_program_has_open_is_replaced_and_not_written_to()
    {
        var task = Make(SmallElf.Create(["libstdc++.so.6"]));
        folder.Write("obj/library.so", "the copy of an earlier build");
        using var open = new StreamReader(new FileStream(task.Copy, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));
        Assert.True(task.Execute());
        Assert.Equal("the copy of an earlier build", open.ReadToEnd());
        Assert.Equal(Library.Length, new FileInfo(task.Copy).Length);
        Assert.Single(Directory.GetFiles(folder.File("obj")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void No_copy_is_made_if_the_system_has_the_version_or_lacks_the_library(bool exists)
    {
        var task = Make(SmallElf.Create(["libstdc++.so.6", "GLIBCXX_3.4.32", "GLIBCXX_3.4.33"]));
        if (!exists)
            task.SystemLibraries = [folder.File("none.so")];
        Assert.True(task.Execute());
        Assert.False(task.Copied);
        Assert.False(File.Exists(task.Copy));
    }

    [Fact]
    public void A_library_that_does_not_need_the_version_is_not_copied()
    {
        var task = Make(SmallElf.Create(["libstdc++.so.6"]));
        task.Version = "GLIBCXX_3.4.99";
        Assert.True(task.Execute());
        Assert.False(task.Copied);
    }

    [Fact]
    public void A_file_that_is_not_a_library_is_refused() =>
        Assert.Throws<InvalidDataException>(
            () => WeakenVersionNeed.Mark("#!/bin/sh, and more than the sixty-four bytes that a header has"u8.ToArray(), "GLIBCXX_3.4.32"));

    private WeakenVersionNeed Make(byte[] system)
    {
        File.WriteAllBytes(folder.File("library.so"), Library);
        File.WriteAllBytes(folder.File("system.so"), system);
        return new WeakenVersionNeed
        {
            Library = folder.File("library.so"),
            Version = "GLIBCXX_3.4.32",
            SystemLibraries = [folder.File("none.so"), folder.File("system.so")],
            Copy = folder.File("obj/library.so"),
            BuildEngine = new SilentEngine(),
        };
    }

    private sealed class SilentEngine : IBuildEngine
    {
        public bool ContinueOnError => false;

        public int LineNumberOfTaskNode => 0;

        public int ColumnNumberOfTaskNode => 0;

        public string ProjectFileOfTaskNode => "";

        public bool BuildProjectFile(
            string projectFileName, string[] targetNames, System.Collections.IDictionary globalProperties,
            System.Collections.IDictionary targetOutputs) => false;

        public void LogCustomEvent(CustomBuildEventArgs e)
        {
        }

        public void LogErrorEvent(BuildErrorEventArgs e)
        {
        }

        public void LogMessageEvent(BuildMessageEventArgs e)
        {
        }

        public void LogWarningEvent(BuildWarningEventArgs e)
        {
        }
    }
}

using System.Diagnostics;

namespace LiveLandmarks.Tests;

/// <summary>A small tmpfs that a test can fill up.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TempFolder folder = new();

    private SmallDisk()
    {
    }

    public static async Task<SmallDisk> MountAsync(string size)
    {
        var disk = new SmallDisk();
        await Tool.RunAsync("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", disk.folder.Path);
        return disk;
    }

    public static bool CanMount()
    {
        using var folder = new TempFolder();
        if (!Succeeds("mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", folder.Path))
            return false;
        return Succeeds("umount", folder.Path);
    }

    public string File(string name) => folder.File(name);

    public void Dispose()
    {
        Succeeds("umount", folder.Path);
        folder.Dispose();
    }

    private static bool Succeeds(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

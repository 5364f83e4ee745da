namespace LiveLandmarks.Output;

/// <summary>
/// A file under a name that is nobody else's, in the folder of the file that it is to become: so that an old file stays until the new one
/// is complete. Gone when disposed of, unless it was moved to its place. Failures are those of <see cref="File"/>.
/// </summary>
public sealed class ScratchFile : IDisposable
{
    private bool moved;

    private ScratchFile(string path) => Path = path;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Makes an empty one.</summary>
    /// <param name="target">The file that it is to become, in a folder that exists; the extension is the same.</param>
    public static ScratchFile Beside(string target)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(target))!;
        var path = System.IO.Path.Combine(folder, $".livelandmarks-{Guid.NewGuid():n}{System.IO.Path.GetExtension(target)}");
        new FileStream(path, FileMode.CreateNew, FileAccess.Write).Dispose();
        return new ScratchFile(path);
    }

    /// <summary>Puts it in its place; an old file there is replaced, its permissions are kept.</summary>
    /// <param name="target">The place.</param>
    public void MoveTo(string target)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(target))
            File.SetUnixFileMode(Path, File.GetUnixFileMode(target));
        File.Move(Path, target, overwrite: true);
        moved = true;
    }

    /// <summary>Leaves it where it is, for it holds what would be lost.</summary>
    public void Keep() => moved = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (moved)
            return;
        moved = true;
        try
        {
            File.Delete(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Its folder is gone, or not ours any more: what went wrong before is what is told.
        }
    }
}

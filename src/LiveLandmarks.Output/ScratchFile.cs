namespace LiveLandmarks.Output;

/// <summary>
/// A temporary file with a unique name, in the folder of the file that it is to become, so that an old file stays until the new one is
/// complete. It is deleted on disposal unless it was moved to its place. Failures are those of <see cref="File"/>.
/// </summary>
public sealed class ScratchFile : IDisposable
{
    private bool moved;

    private ScratchFile(string path) => Path = path;

    /// <summary>The path of the scratch file.</summary>
    public string Path { get; }

    /// <summary>Makes an empty scratch file.</summary>
    /// <param name="target">The file that it is to become, in an existing folder; the scratch file gets the same extension.</param>
    public static ScratchFile Beside(string target)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(target))!;
        var path = System.IO.Path.Combine(folder, $".livelandmarks-{Guid.NewGuid():n}{System.IO.Path.GetExtension(target)}");
        new FileStream(path, FileMode.CreateNew, FileAccess.Write).Dispose();
        return new ScratchFile(path);
    }

    /// <summary>Moves the file to its place. An old file there is replaced; its permissions are kept.</summary>
    /// <param name="target">The final path.</param>
    public void MoveTo(string target)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(target))
            File.SetUnixFileMode(Path, File.GetUnixFileMode(target));
        File.Move(Path, target, overwrite: true);
        moved = true;
    }

    /// <summary>Keeps the file where it is, so that its content is not lost.</summary>
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
            // Its folder is gone or no longer writable. The earlier failure is the one to report.
        }
    }
}

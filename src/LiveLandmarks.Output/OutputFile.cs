namespace LiveLandmarks.Output;

/// <summary>Opens files for writing and reports failures as <see cref="OutputException"/>.</summary>
public static class OutputFile
{
    /// <summary>Creates a file and, if missing, its folder. Writes are not buffered.</summary>
    /// <param name="path">The file; an existing one is emptied.</param>
    /// <param name="name">The file's name in messages; null for its path.</param>
    /// <exception cref="OutputException">The file cannot be created, or the path is that of a folder.</exception>
    public static FileStream Create(string path, string? name = null)
    {
        var place = Prepare(path, name);
        try
        {
            return new FileStream(place, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw Unwritable(name ?? path, e);
        }
    }

    /// <summary>Writes a file as a whole: an old file stays until the new one is complete, and is unchanged if writing fails.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="OutputException">The file cannot be created or written, or another run is writing it.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var place = Prepare(path);
        if (FileIdentity.Of(place).IsDevice)
        {
            using var device = Create(path);
            Fill(device, path, write);
            return;
        }
        using var claim = OutputClaim.Take(place, path);
        using var scratch = ScratchBeside(place, path);
        using (var file = new FileStream(scratch.Path, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0))
            Fill(file, path, write);
        try
        {
            scratch.MoveTo(place);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw Unwritable(path, e);
        }
    }

    /// <summary>Refuses a path that cannot be a file's and, if missing, makes the folder.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The file's name in messages; null for its path.</param>
    /// <returns>The full path; if the path is a link, its target.</returns>
    /// <exception cref="OutputException">The path is that of a folder, or the file's folder cannot be made.</exception>
    internal static string Prepare(string path, string? name = null)
    {
        RequireNoFolder(path, name);
        try
        {
            var place = Path.GetFullPath(path);
            // The target of a link to a pipe or the like is not a path.
            if (FileIdentity.LinkTarget(place) is { } target && (File.Exists(target) || !File.Exists(place)))
                place = target;
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            return place;
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw Unwritable(name ?? path, e);
        }
    }

    /// <summary>Refuses a path that is a folder's or contains a file in place of a folder.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The file's name in messages; null for its path.</param>
    /// <exception cref="OutputException">The path is that of a folder, ends with a separator, or one of its folders is a file.</exception>
    public static void RequireNoFolder(string path, string? name = null)
    {
        if (path.Length == 0 || Path.EndsInDirectorySeparator(path) || Directory.Exists(path))
            throw new OutputException($"{name ?? path}: cannot be written: this is a folder. Give the name of a file.");
        RequireFolders(path, name ?? path);
    }

    /// <summary>Refuses a path that is a file's, where a folder is needed.</summary>
    /// <param name="path">The folder; it need not exist.</param>
    /// <exception cref="OutputException">The path is that of a file.</exception>
    public static void RequireNoFile(string path)
    {
        if (path.Length == 0 || File.Exists(path))
            throw new OutputException($"{path}: cannot be written into: this is a file. Give the name of a folder.");
        RequireFolders(path, path);
    }

    /// <summary>Makes a scratch file.</summary>
    /// <param name="place">The file that it is to become, as returned by <see cref="Prepare"/>.</param>
    /// <param name="name">That file's name in messages.</param>
    /// <exception cref="OutputException">The scratch file cannot be made.</exception>
    internal static ScratchFile ScratchBeside(string place, string name)
    {
        try
        {
            return ScratchFile.Beside(place);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw Unwritable(name, e);
        }
    }

    private static void RequireFolders(string path, string name)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(path)); folder is not null
            && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(folder))
                throw new OutputException($"{name}: cannot be written: {folder} is a file, not a folder. Choose another place.");
        }
    }

    private static void Fill(FileStream file, string name, Action<Stream> write)
    {
        try
        {
            write(file);
        }
        catch (IOException e)
        {
            throw new OutputException($"{name}: cannot be written: {e.Message} Free some space and run again.", e);
        }
    }

    private static bool IsRefusal(Exception e) =>
        e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;

    private static OutputException Unwritable(string name, Exception e) =>
        new($"{name}: cannot be written: {e.Message} Choose another place.", e);
}

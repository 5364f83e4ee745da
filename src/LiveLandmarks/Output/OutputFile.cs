namespace LiveLandmarks.Output;

/// <summary>Opens files for writing, with failures as <see cref="OutputException"/>.</summary>
public static class OutputFile
{
    /// <summary>Creates a file, and its folder where that is missing. What is written goes to the disk at once.</summary>
    /// <param name="path">The file; an old one is emptied.</param>
    /// <param name="name">What to call it in a message; null for its path.</param>
    /// <exception cref="OutputException">It cannot be created.</exception>
    public static FileStream Create(string path, string? name = null)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new OutputException($"{name ?? path}: cannot be written: {e.Message} Choose another place.", e);
        }
    }

    /// <summary>Creates a file and writes it whole; when that fails no part of it is left.</summary>
    /// <param name="path">The file; an old one is replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="OutputException">It cannot be created or written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        using var file = Create(path);
        try
        {
            write(file);
        }
        catch (IOException e)
        {
            file.Dispose();
            File.Delete(path);
            throw new OutputException($"{path}: cannot be written: {e.Message} Free some space and run again.", e);
        }
    }
}

namespace LiveLandmarks.Output;

/// <summary>Opens files for writing, with failures as <see cref="OutputException"/>.</summary>
public static class OutputFile
{
    /// <summary>Creates a file, and its folder where that is missing.</summary>
    /// <param name="path">The file; an old one is emptied.</param>
    /// <exception cref="OutputException">It cannot be created.</exception>
    public static FileStream Create(string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new OutputException($"{path}: cannot be written: {e.Message} Choose another place.", e);
        }
    }
}

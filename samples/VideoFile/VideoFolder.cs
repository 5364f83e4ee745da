using LiveLandmarks;

namespace VideoFile;

/// <summary>Lists the videos of a folder.</summary>
internal static class VideoFolder
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".mpg", ".mpeg", ".wmv", ".flv", ".3gp", ".ts", ".mts",
    };

    // Hidden files are skipped: macOS keeps a file such as ._talk.mp4 beside a video.
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = false };

    /// <summary>All files with a video's extension, including subfolders, in the ordinal order of their paths: the same on every
    /// machine.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InputException">The folder does not exist, has no videos, or cannot be read.</exception>
    public static IReadOnlyList<InputVideo> List(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InputException($"{folder}: no such folder.");
        try
        {
            InputVideo[] videos =
            [
                .. new DirectoryInfo(folder).EnumerateFiles("*", Everywhere)
                    .Where(file => Extensions.Contains(file.Extension))
                    .Select(file => new InputVideo(
                        Path.Combine(folder, Path.GetRelativePath(folder, file.FullName)), NameOf(folder, file), file.Length,
                        file.LastWriteTimeUtc))
                    .OrderBy(video => video.Name, StringComparer.Ordinal)
                    .ThenBy(video => video.Path, StringComparer.Ordinal),
            ];
            return videos.Length > 0
                ? videos
                : throw new InputException($"{folder}: no videos in it; known extensions are {string.Join(' ', Extensions)}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder}: cannot be listed: {e.Message}", e);
        }
    }

    private static string NameOf(string folder, FileInfo file) =>
        Path.ChangeExtension(Path.GetRelativePath(folder, file.FullName), null).Replace(Path.DirectorySeparatorChar, '/');
}

using System.Collections.Concurrent;

namespace LiveLandmarks.Overlays.Hosting;

/// <summary>Tells which files were written to, once they have been left alone for a moment.</summary>
internal sealed class FileChanges : IDisposable
{
    private readonly TimeSpan settled;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<string, long> changed = new(StringComparer.Ordinal);
    private readonly List<FileSystemWatcher> watchers = [];

    /// <summary>Begins to watch.</summary>
    /// <param name="settled">How long a file has to be left alone.</param>
    /// <param name="time">The clock.</param>
    public FileChanges(TimeSpan settled, TimeProvider time) => (this.settled, this.time) = (settled, time);

    /// <summary>Watches files of a folder.</summary>
    /// <param name="folder">The folder; nothing is watched where it is missing.</param>
    /// <param name="pattern">Which files.</param>
    /// <param name="deep">Whether subfolders count too.</param>
    public void Watch(string folder, string pattern, bool deep = false)
    {
        if (!Directory.Exists(folder))
            return;
        var watcher = new FileSystemWatcher(folder, pattern)
            { IncludeSubdirectories = deep, NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.CreationTime };
        watcher.Changed += (_, e) => Note(e.FullPath);
        watcher.Created += (_, e) => Note(e.FullPath);
        watcher.Renamed += (_, e) => Note(e.FullPath);
        watcher.EnableRaisingEvents = true;
        watchers.Add(watcher);
    }

    /// <summary>A file that was written to and left alone since; null where there is none. Each change is told once.</summary>
    public string? Next()
    {
        if (changed.IsEmpty)
            return null;
        foreach (var (path, at) in changed)
        {
            if (time.GetElapsedTime(at) >= settled && changed.TryRemove(new KeyValuePair<string, long>(path, at)))
                return path;
        }
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var watcher in watchers)
            watcher.Dispose();
    }

    private void Note(string path) => changed[path] = time.GetTimestamp();
}

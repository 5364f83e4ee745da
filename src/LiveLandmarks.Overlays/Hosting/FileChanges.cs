using System.Collections.Concurrent;

namespace LiveLandmarks.Overlays.Hosting;

/// <summary>Reports files that were written to, once they have not changed for a moment.</summary>
internal sealed class FileChanges : IDisposable
{
    private readonly TimeSpan settled;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<string, long> changed = new(StringComparer.Ordinal);
    private readonly List<FileSystemWatcher> watchers = [];

    /// <summary>Makes an object that watches nothing yet.</summary>
    /// <param name="settled">How long a file must not change before it is reported.</param>
    /// <param name="time">The clock.</param>
    public FileChanges(TimeSpan settled, TimeProvider time) => (this.settled, this.time) = (settled, time);

    /// <summary>Starts to watch files of a folder.</summary>
    /// <param name="folder">The folder; if it is missing, nothing is watched.</param>
    /// <param name="pattern">Pattern of the file names.</param>
    /// <param name="deep">Whether to include subfolders.</param>
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

    /// <summary>Returns a file that was written to and has settled; null if there is none. Each change is reported once.</summary>
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

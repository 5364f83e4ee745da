using LiveLandmarks.Pipeline;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenCvSharp;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace LiveLandmarks.Overlays.Hosting;

/// <summary>
/// Overlays that draw one after another. An overlay that fails, at its start or later, is switched off and logged, and the others
/// continue. If it fails closed, the pictures are hidden from then on. Used by one stream; not thread-safe.
/// </summary>
public sealed partial class OverlayChain : IDisposable
{
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(300);

    private readonly OverlayCatalog catalog;
    private readonly bool ownsCatalog;
    private readonly OverlayChainOptions options;
    private readonly ILogger logger;
    private readonly OverlaySlot[] slots;
    private readonly HiddenPicture hidden = new();
    private readonly FileChanges? changes;
    private OverlayOptionsFile file;

    /// <summary>Opens overlays.</summary>
    /// <param name="catalog">The available overlays.</param>
    /// <param name="names">The names of the overlays to open, in the order in which they draw.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="logger">Logs overlays that are switched off or reloaded; null to log nothing.</param>
    /// <param name="ownsCatalog">Whether the catalog is disposed with the chain. If not, the caller disposes it after the chain.</param>
    /// <exception cref="OverlayException">An overlay does not exist, does not accept its options, or throws this at its start.</exception>
    /// <exception cref="InputException">The options file cannot be read.</exception>
    public OverlayChain(OverlayCatalog catalog, IReadOnlyList<string> names, OverlayChainOptions? options = null, ILogger? logger = null,
        bool ownsCatalog = false)
    {
        (this.catalog, this.ownsCatalog) = (catalog, ownsCatalog);
        this.options = options ?? new OverlayChainOptions();
        this.logger = logger ?? NullLogger.Instance;
        List<OverlaySlot> opened = [];
        try
        {
            file = ReadOptions();
            foreach (var name in names)
                opened.Add(Open(name));
        }
        catch
        {
            Close(opened);
            throw;
        }
        slots = [.. opened];
        foreach (var slot in slots.Where(slot => slot.Failure is not null))
            Tell(slot);
        if (this.options.HotReload)
            changes = Watch();
    }

    /// <summary>Whether one of the overlays fails closed. The frames then need candidates, which a tracker with <c>ReportCandidates</c>
    /// finds.</summary>
    public bool FailsClosed => Array.Exists(slots, slot => slot.Info.FailsClosed);

    /// <summary>The overlays that were switched off, with the reasons.</summary>
    public IReadOnlyList<(string Name, string Reason)> Failures =>
        [.. slots.Where(slot => slot.Failure is not null).Select(slot => (slot.Info.Name, slot.Failure!))];

    /// <summary>Lets all overlays draw.</summary>
    /// <param name="tracked">The frame and its faces; not changed.</param>
    /// <param name="canvas">A copy of the frame's picture, to draw on.</param>
    public void Draw(TrackedFrame tracked, Mat canvas)
    {
        if (changes?.Next() is { } path)
            Reload(path);
        var (source, camera) = (tracked.Frame, tracked.Camera);
        var frame = new OverlayFrame(source.Image, canvas, tracked.Faces, camera, source.Number, source.Timestamp) 
        {
            Candidates = tracked.Candidates,
            IsStill = tracked.IsStill,
        };
        foreach (var slot in slots)
        {
            var worked = slot.Failure is null;
            if (slot.Draw(frame))
                continue;
            if (worked)
                Tell(slot);
            if (slot.Info.FailsClosed)
                hidden.Hide(canvas);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        changes?.Dispose();
        Close(slots);
    }

    private void Close(IEnumerable<OverlaySlot> opened)
    {
        foreach (var slot in opened)
            slot.Dispose();
        hidden.Dispose();
        if (ownsCatalog)
            catalog.Dispose();
    }

    private OverlayOptionsFile ReadOptions()
    {
        var read = options.OptionsFile is { } path ? OverlayOptionsFile.Read(path) : OverlayOptionsFile.None;
        read.RequireKnown([.. catalog.Overlays.Select(overlay => overlay.Name)]);
        return read;
    }

    private void Tell(OverlaySlot slot) =>
        LogSwitchedOff(slot.Info.Name, slot.Failure!, slot.Info.FailsClosed ? "; pictures are hidden from now on" : "");

    private OverlaySlot Open(string name) => OverlaySlot.Open(catalog.Find(name), file, options.Limits);

    private FileChanges Watch()
    {
        var watch = new FileChanges(Settled, TimeProvider.System);
        try
        {
            watch.Watch(catalog.Folder, "*.dll", deep: true);
            if (options.OptionsFile is { } path)
                watch.Watch(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // For example, Linux limits the number of watches. Overlays also work without them.
            LogNotWatched(e.Message);
        }
        return watch;
    }

    /// <summary>Reloads a changed file. If that fails, the old version stays in use.</summary>
    private void Reload(string path)
    {
        try
        {
            if (options.OptionsFile is { } given && Path.GetFullPath(given) == path)
            {
                file = ReadOptions();
                Reopen(_ => true);
            }
            else if (PlugInFile.In(catalog.Folder).Contains(path))
            {
                var replaced = catalog.Reload(path);
                Reopen(slot => slot.Info.PlugIn == path);
                replaced?.Unload();
            }
            LogReloaded(path);
        }
        catch (Exception e) when (e is LiveLandmarksException or IOException or UnauthorizedAccessException)
        {
            LogNotReloaded(path, e.Message);
        }
    }

    private void Reopen(Predicate<OverlaySlot> which)
    {
        for (var i = 0; i < slots.Length; i++)
        {
            if (!which(slots[i]))
                continue;
            var reopened = Open(slots[i].Info.Name);
            if (reopened.Failure is { } reason)
            {
                reopened.Dispose();
                throw new OverlayException(reason);
            }
            slots[i].Dispose();
            slots[i] = reopened;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "overlay {Name} is switched off: {Reason}{Consequence}")]
    private partial void LogSwitchedOff(string name, string reason, string consequence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "changes to overlays are not noticed while they run: {Reason}")]
    private partial void LogNotWatched(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Path}: reloaded")]
    private partial void LogReloaded(string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path}: cannot be reloaded, the old version stays in use: {Reason}")]
    private partial void LogNotReloaded(string path, string reason);
}

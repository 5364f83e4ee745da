using LiveLandmarks.Pipeline;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenCvSharp;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace LiveLandmarks.Overlays.Hosting;

/// <summary>
/// Overlays that draw one after the other. One that fails, at its start or later, is switched off with a line in the log, and the others go
/// on; where it fails closed, the pictures are hidden from then on. Used by one stream; not thread-safe.
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
    /// <param name="catalog">Where they come from.</param>
    /// <param name="names">Their names, in the order in which they draw.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="logger">Told of overlays that are switched off or loaded anew; null for nobody.</param>
    /// <param name="ownsCatalog">Whether the catalogue is disposed with the chain; if not, by the caller, and after it.</param>
    /// <exception cref="OverlayException">One does not exist, has options that it cannot take, or says itself why it does not
    /// start.</exception>
    /// <exception cref="InputException">The options' file cannot be read.</exception>
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

    /// <summary>Whether one of the overlays fails closed: then the frames need candidates, which a watchful tracker finds.</summary>
    public bool FailsClosed => Array.Exists(slots, slot => slot.Info.FailsClosed);

    /// <summary>The overlays that were switched off, with the reason.</summary>
    public IReadOnlyList<(string Name, string Reason)> Failures =>
        [.. slots.Where(slot => slot.Failure is not null).Select(slot => (slot.Info.Name, slot.Failure!))];

    /// <summary>Lets all overlays draw.</summary>
    /// <param name="tracked">The frame and its faces; stays as it is.</param>
    /// <param name="canvas">A copy of the frame's picture; drawn upon.</param>
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
            // Linux has an upper limit on watches; overlays are not worth less for it.
            LogNotWatched(e.Message);
        }
        return watch;
    }

    /// <summary>What cannot be loaded anew goes on as it was.</summary>
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "changes of overlays are not seen while they run: {Reason}")]
    private partial void LogNotWatched(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Path}: loaded anew")]
    private partial void LogReloaded(string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path}: not loaded anew, what was there goes on: {Reason}")]
    private partial void LogNotReloaded(string path, string reason);
}

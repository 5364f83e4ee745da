namespace LiveLandmarks.Overlays.Hosting;

/// <summary>The overlays that there are: those that ship, and those of the plug-ins in a folder. For one thread at a time.</summary>
public sealed class OverlayCatalog : IDisposable
{
    private readonly OverlayKind[] shipped = OverlayKind.In(typeof(OverlayCatalog).Assembly, AppContext.BaseDirectory, null);
    private readonly SortedDictionary<string, PlugIn> plugIns = new(StringComparer.Ordinal);
    private readonly List<string> problems = [];

    /// <summary>Looks for plug-ins.</summary>
    /// <param name="folder">Their folder: assemblies in it, or in a subfolder of their own name; null for <see cref="DefaultFolder"/>,
    /// which may be missing.</param>
    /// <exception cref="OverlayException">The folder is missing.</exception>
    public OverlayCatalog(string? folder = null)
    {
        Folder = Path.GetFullPath(folder ?? DefaultFolder);
        if (folder is not null && !Directory.Exists(folder))
            throw new OverlayException($"{folder}: no such folder of overlay plug-ins.");
        foreach (var path in Directory.Exists(Folder) ? PlugInFile.In(Folder) : [])
        {
            try
            {
                plugIns.Add(path, PlugIn.Load(path));
            }
            catch (OverlayException e)
            {
                problems.Add(e.Message);
            }
        }
    }

    /// <summary>The folder <c>overlays</c> beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "overlays");

    /// <summary>Where the plug-ins are.</summary>
    public string Folder { get; }

    /// <summary>All overlays: those that ship, then those of the plug-ins.</summary>
    public IReadOnlyList<OverlayInfo> Overlays => [.. Kinds.Select(kind => kind.Info)];

    /// <summary>Why plug-ins could not be loaded, a line each.</summary>
    public IReadOnlyList<string> Problems => problems;

    private IEnumerable<OverlayKind> Kinds => shipped.Concat(plugIns.Values.SelectMany(plugIn => plugIn.Kinds));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var plugIn in plugIns.Values)
            plugIn.Unload();
        plugIns.Clear();
    }

    /// <summary>Finds an overlay.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="OverlayException">There is none, or more than one.</exception>
    internal OverlayKind Find(string name)
    {
        OverlayKind[] found = [.. Kinds.Where(kind => kind.Info.Name == name)];
        return found switch
        {
            [var only] => only,
            [] => throw new OverlayException(string.Join(
                " ", [$"there is no overlay {name}; there are {string.Join(", ", Kinds.Select(kind => kind.Info.Name))}.", .. problems])),
            _ => throw new OverlayException(
                $"overlay {name} is in {string.Join(" and in ", found.Select(kind => kind.Info.PlugIn ?? "the program itself"))}: rename " +
                "one of them."),
        };
    }

    /// <summary>Loads a plug-in's file anew; the old one stays in the catalogue where that fails.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The plug-in that it replaces, to be unloaded when its overlays are closed; null where it is a new one.</returns>
    /// <exception cref="OverlayException">It cannot be loaded.</exception>
    internal PlugIn? Reload(string path)
    {
        var loaded = PlugIn.Load(path);
        plugIns.Remove(path, out var old);
        plugIns.Add(path, loaded);
        return old;
    }
}

namespace LiveLandmarks.Overlays.Hosting;

/// <summary>The available overlays: the built-in ones, and those of the plug-ins in a folder. Not thread-safe.</summary>
public sealed class OverlayCatalog : IDisposable
{
    private readonly OverlayKind[] shipped = OverlayKind.In(typeof(OverlayCatalog).Assembly, AppContext.BaseDirectory, null);
    private readonly SortedDictionary<string, PlugIn> plugIns = new(StringComparer.Ordinal);
    private readonly List<string> problems = [];

    /// <summary>Loads the plug-ins of a folder.</summary>
    /// <param name="folder">Folder of plug-ins: assemblies in it, or in a subfolder with the assembly's name. Null for
    /// <see cref="DefaultFolder"/>, which may be missing.</param>
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

    /// <summary>The folder of the plug-ins.</summary>
    public string Folder { get; }

    /// <summary>All overlays: the built-in ones, then those of the plug-ins.</summary>
    public IReadOnlyList<OverlayInfo> Overlays => [.. Kinds.Select(kind => kind.Info)];

    /// <summary>Why plug-ins could not be loaded, one line per plug-in.</summary>
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
    /// <exception cref="OverlayException">No overlay has this name, or more than one.</exception>
    internal OverlayKind Find(string name)
    {
        OverlayKind[] found = [.. Kinds.Where(kind => kind.Info.Name == name)];
        return found switch
        {
            [var only] => only,
            [] => throw new OverlayException(string.Join(
                " ", [$"unknown overlay {name}; choose from {string.Join(", ", Kinds.Select(kind => kind.Info.Name))}.", .. problems])),
            _ => throw new OverlayException(
                $"overlay {name} is in {string.Join(" and in ", found.Select(kind => kind.Info.PlugIn ?? "the program itself"))}: rename " +
                "one of them."),
        };
    }

    /// <summary>Reloads a plug-in's file. If that fails, the old plug-in stays in the catalog.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The replaced plug-in, which the caller unloads after closing its overlays; null if the plug-in is new.</returns>
    /// <exception cref="OverlayException">The file cannot be loaded.</exception>
    internal PlugIn? Reload(string path)
    {
        var loaded = PlugIn.Load(path);
        plugIns.Remove(path, out var old);
        plugIns.Add(path, loaded);
        return old;
    }
}

namespace LiveLandmarks.Models;

/// <summary>The models in a folder, each with a manifest (<c>*.json</c>).</summary>
public sealed class ModelCatalog
{
    private readonly string folder;

    private ModelCatalog(string folder, IReadOnlyList<(string Path, ModelManifest Manifest)> entries)
    {
        this.folder = folder;
        Entries = entries;
    }

    /// <summary>Manifests with their paths, ordered by name.</summary>
    public IReadOnlyList<(string Path, ModelManifest Manifest)> Entries { get; }

    /// <summary>The environment variable that can name the folder.</summary>
    public const string FolderVariable = "LIVELANDMARKS_MODELS";

    /// <summary>
    /// Finds the folder of models when none is named: the one in the environment variable <see cref="FolderVariable"/>; otherwise
    /// <c>models</c> next to the program, where the package LiveLandmarks.Models puts it; otherwise <c>models</c> next to this assembly.
    /// </summary>
    /// <exception cref="ModelException">There is no such folder.</exception>
    public static string FindFolder() => FindFolder(
        Environment.GetEnvironmentVariable(FolderVariable),
        [Path.Combine(AppContext.BaseDirectory, "models"),
            Path.Combine(Path.GetDirectoryName(typeof(ModelCatalog).Assembly.Location) ?? "", "models")]);

    internal static string FindFolder(string? named, IReadOnlyList<string> places) => named is { Length: > 0 } ? named
        : places.FirstOrDefault(Directory.Exists) ?? throw new ModelException(
            $"{places[0]}: no models here. Add the package LiveLandmarks.Models, or name a folder of models in the options or in the " +
                $"environment variable {FolderVariable}.");

    /// <summary>Reads the manifests in a folder.</summary>
    /// <param name="folder">The folder; null for the result of <see cref="FindFolder()"/>.</param>
    /// <exception cref="ModelException">The folder does not exist, or a manifest in it is damaged.</exception>
    public static ModelCatalog Open(string? folder = null)
    {
        folder ??= FindFolder();
        if (!Directory.Exists(folder))
            throw new ModelException($"{folder}: no such folder of models.");
        return new ModelCatalog(folder,
        [
            .. Directory.EnumerateFiles(folder, "*.json")
                .Select(path => (path, manifest: ModelManifest.Read(path)))
                .OrderBy(entry => entry.manifest.Name, StringComparer.Ordinal),
        ]);
    }

    /// <summary>Whether the folder has a model of a kind.</summary>
    public bool Has(ModelKind kind) => Entries.Any(entry => entry.Manifest.Kind == kind);

    /// <summary>Opens and checks a model of the given kind.</summary>
    /// <param name="kind">What the model must find.</param>
    /// <param name="name">Name of the model; null for the one that its manifest marks as the default of its kind or, if there is no
    /// default, the first by name.</param>
    /// <exception cref="ModelException">There is no such model, or it is rejected.</exception>
    public ModelFile Load(ModelKind kind, string? name = null)
    {
        var path = Entries
            .Where(entry => entry.Manifest.Kind == kind && (name is null || entry.Manifest.Name == name))
            .OrderByDescending(entry => entry.Manifest.IsDefault)
            .FirstOrDefault().Path;
        if (path is null)
        {
            var known = string.Join(", ", Entries.Where(entry => entry.Manifest.Kind == kind).Select(entry => entry.Manifest.Name));
            throw new ModelException(
                $"{folder}: no {kind.ToString().ToLowerInvariant()} model{(name is null ? "" : $" named '{name}'")}; " +
                (known.Length > 0 ? $"available: {known}." : "copy one there, the .onnx file and its manifest."));
        }
        return ModelFile.Open(path);
    }
}

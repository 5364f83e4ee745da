using LiveLandmarks.Output;

namespace LiveLandmarks.Cli;

/// <summary>
/// The file names of pictures with landmarks. They equal the originals' names, but with the extension .png if the original's format
/// cannot be written. If another picture has that name, .png is added after the original's extension.
/// </summary>
internal static class ResultNames
{
    /// <summary>The names, in the originals' order.</summary>
    /// <param name="originals">Paths of pictures; two pictures with the same name get the same result name.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> originals)
    {
        var kept = originals.Where(PictureFile.HasKnownExtension).Select(Path.GetFileName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. originals.Select(original => NameOf(Path.GetFileName(original), kept))];
    }

    private static string NameOf(string name, HashSet<string?> kept)
    {
        if (PictureFile.HasKnownExtension(name))
            return name;
        var png = Path.ChangeExtension(name, ".png");
        return kept.Contains(png) ? $"{name}.png" : png;
    }
}

using LiveLandmarks.Output;

namespace LiveLandmarks.Cli;

/// <summary>
/// What the pictures with landmarks are called: like their originals, but PNG where the original's format is not written. Where another
/// picture has that name, the original's extension stays before it.
/// </summary>
internal static class ResultNames
{
    /// <summary>The names, in the originals' order.</summary>
    /// <param name="originals">Paths of pictures; two of one name have results of one name.</param>
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

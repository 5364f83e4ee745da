using System.CommandLine;

namespace LiveLandmarks.Training.Commands;

/// <summary>Checks the picture format that an option names; another format is a usage error, reported before any work starts.</summary>
internal static class PictureFormats
{
    /// <summary>Rejects files with other extensions.</summary>
    /// <param name="option">The option.</param>
    /// <param name="extensions">The accepted extensions, such as <c>.png</c>.</param>
    /// <returns>The option.</returns>
    public static Option<T> OfKind<T>(this Option<T> option, params string[] extensions) =>
        option.Known(path => extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase),
            $"a file name that ends in {string.Join(" or ", extensions)}");
}

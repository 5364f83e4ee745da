using System.CommandLine;

namespace LiveLandmarks.Training.Commands;

/// <summary>Which kinds of pictures an option takes; another is wrong usage, told before any work is done.</summary>
internal static class PictureFormats
{
    /// <summary>Refuses files of other kinds.</summary>
    /// <param name="option">The option.</param>
    /// <param name="extensions">Such as <c>.png</c>.</param>
    /// <returns>The option.</returns>
    public static Option<T> OfKind<T>(this Option<T> option, params string[] extensions) =>
        option.Known(path => extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase),
            $"a file name that ends in {string.Join(" or ", extensions)}");
}

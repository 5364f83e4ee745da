namespace LiveLandmarks.Training.Data.Detection;

/// <summary>Pictures without faces, which a data set may have in its folder <c>backgrounds</c>.</summary>
public static class BackgroundPictures
{
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png"];

    /// <summary>The pictures of a data set.</summary>
    /// <param name="folder">The data set's folder.</param>
    /// <returns>The files, sorted by name; none if there is no such folder.</returns>
    public static IReadOnlyList<string> In(string folder)
    {
        var backgrounds = Path.Combine(folder, "backgrounds");
        return Directory.Exists(backgrounds)
            ? [.. Directory.GetFiles(backgrounds).Where(
                file => Extensions.Contains(Path.GetExtension(file).ToLowerInvariant()) && Path.GetFileName(file)[0] != '.').Order(
                    StringComparer.Ordinal)]
            : [];
    }
}

namespace LiveLandmarks.Training.Data.Detection;

/// <summary>Pictures without any face that may come with a data set: the folder <c>backgrounds</c> in it.</summary>
public static class BackgroundPictures
{
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png"];

    /// <summary>The pictures of a data set.</summary>
    /// <param name="folder">The data set's folder.</param>
    /// <returns>Their files by name; none where there is no such folder.</returns>
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

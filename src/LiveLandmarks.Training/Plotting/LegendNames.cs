namespace LiveLandmarks.Training.Plotting;

/// <summary>Names for files and folders in a legend: the shortest ends of the paths that tell them apart.</summary>
internal static class LegendNames
{
    /// <summary>Names paths.</summary>
    /// <param name="paths">Files or folders.</param>
    /// <param name="least">Least number of path parts in a name.</param>
    /// <returns>A name for each path; two names are equal only if the paths are.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> paths, int least = 1)
    {
        string[][] parts = [.. paths.Select(
            path => Path.GetFullPath(path).Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))];
        var different = Distinct(parts, int.MaxValue);
        var count = least;
        while (Distinct(parts, count) < different)
            count++;
        return [.. parts.Select(part => End(part, count))];
    }

    private static int Distinct(string[][] parts, int count) => parts.Select(part => End(part, count)).Distinct().Count();

    private static string End(string[] parts, int count) => string.Join('/', parts.TakeLast(count));
}

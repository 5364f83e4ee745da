namespace LiveLandmarks.Training.Plotting;

/// <summary>Names for files and folders in a legend: as much of the path's end as tells them apart.</summary>
internal static class LegendNames
{
    /// <summary>Names paths.</summary>
    /// <param name="paths">Files or folders.</param>
    /// <param name="least">Number of names from the path's end to begin with.</param>
    /// <returns>A name for each; alike only where the paths are.</returns>
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

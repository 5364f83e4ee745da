using System.Reflection;

namespace LiveLandmarks.Training.Training;

/// <summary>The training options that come with the program, as JSON inside the assembly.</summary>
public static class TrainingPresets
{
    private const string Prefix = "presets/", Suffix = ".json";

    private static readonly Assembly Home = typeof(TrainingPresets).Assembly;

    /// <summary>Names of all presets, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Home.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length]).Order(StringComparer.Ordinal),
    ];

    /// <summary>Loads a preset, or options from a file.</summary>
    /// <param name="name">A preset's name, or the path of a <c>.json</c> file.</param>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="TrainingException">There is no such preset, or the file does not hold training options.</exception>
    public static TrainingOptions Load(string name)
    {
        if (name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase))
            return TrainingOptions.Parse(ReadFile(name), name);
        using var stream = Home.GetManifestResourceStream($"{Prefix}{name}{Suffix}")
            ?? throw new TrainingException(
                $"There is no preset \"{name}\"; use one of {string.Join(", ", Names)}, or name a .json file.");
        using var reader = new StreamReader(stream);
        return TrainingOptions.Parse(reader.ReadToEnd(), name);
    }

    private static string ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}", e);
        }
    }
}

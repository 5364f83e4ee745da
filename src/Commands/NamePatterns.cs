using System.CommandLine;
using System.IO.Enumeration;

namespace LiveLandmarks.Commands;

/// <summary>The option that chooses pictures by name, shared by the commands that read annotated ones.</summary>
internal sealed class NamePatterns
{
    private readonly Option<string[]> include = new("--include")
    {
        Description = "Of the pictures to measure on, only those whose names match one of these patterns (* and ?)",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "PATTERN",
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Add(include);

    /// <summary>The pictures in words: their folder's name, and the patterns where there are any.</summary>
    /// <param name="parsed">The options given.</param>
    /// <param name="folder">Their folder.</param>
    public string Describe(ParseResult parsed, string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return parsed.GetValue(include) is { Length: > 0 } patterns ? $"{name} ({string.Join(' ', patterns)})" : name;
    }

    /// <summary>Whether a picture is asked for.</summary>
    /// <param name="parsed">The options given.</param>
    /// <param name="path">The picture's file.</param>
    public bool Match(ParseResult parsed, string path) =>
        parsed.GetValue(include) is not { Length: > 0 } patterns
            || patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(path)));
}

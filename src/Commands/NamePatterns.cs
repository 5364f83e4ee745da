using System.CommandLine;
using System.IO.Enumeration;

namespace LiveLandmarks.Commands;

/// <summary>An option that selects pictures by name, shared by the commands that read annotated pictures.</summary>
/// <param name="name">The option's name.</param>
/// <param name="purpose">What its help says of the pictures, before the part about patterns.</param>
internal sealed class NamePatterns(string name = "--include", string purpose = "Use only pictures")
{
    private readonly Option<string[]> include = new(name)
    {
        Description = $"{purpose} whose names match one of these patterns (* and ?)",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "PATTERN",
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Add(include);

    /// <summary>Whether the option is given.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(include) is { Length: > 0 };

    /// <summary>Text that describes the pictures: the name of their folder, and the patterns if there are any.</summary>
    /// <param name="parsed">The options given.</param>
    /// <param name="folder">Their folder.</param>
    public string Describe(ParseResult parsed, string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return parsed.GetValue(include) is { Length: > 0 } patterns ? $"{name} ({string.Join(' ', patterns)})" : name;
    }

    /// <summary>Whether a picture matches the patterns; any does if there are none.</summary>
    /// <param name="parsed">The options given.</param>
    /// <param name="path">The picture's file.</param>
    public bool Match(ParseResult parsed, string path) =>
        parsed.GetValue(include) is not { Length: > 0 } patterns
            || patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(path)));
}

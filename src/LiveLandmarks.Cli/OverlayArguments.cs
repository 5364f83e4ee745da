using System.CommandLine;
using LiveLandmarks.Commands;
using LiveLandmarks.Overlays.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Cli;

/// <summary>The options for overlays, shared by the commands that draw.</summary>
internal sealed class OverlayArguments
{
    private readonly Option<string[]> names = new("--overlay")
    {
        Description = "Overlays to draw, in this order; 'livelandmarks overlays' lists them",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "NAME",
    };

    private readonly Option<string?> options = new("--overlay-options")
        { Description = "The overlays' options: one JSON object per overlay, under its name", HelpName = "FILE.json" };
    private readonly OverlayFolder folder = new();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(names);
        command.Add(options);
        folder.AddTo(command);
    }

    /// <summary>Whether any overlay is requested.</summary>
    public bool Any(ParseResult parsed) => parsed.GetValue(names) is { Length: > 0 };

    /// <summary>Declares the files that are read.</summary>
    public void Declare(ParseResult parsed, CommandFiles files)
    {
        files.Reads("--overlay-options", parsed.GetValue(options));
        folder.Declare(parsed, files);
    }

    /// <summary>Opens the requested overlays; null if none is requested.</summary>
    /// <param name="parsed">The options given.</param>
    /// <param name="hotReload">Whether changed plug-ins and options are reloaded.</param>
    /// <param name="log">Logs overlays that fail.</param>
    public OverlayChain? Open(ParseResult parsed, bool hotReload, ILoggerFactory log)
    {
        if (!Any(parsed))
            return null;
        var catalog = folder.Open(parsed);
        var how = new OverlayChainOptions { OptionsFile = parsed.GetValue(options), HotReload = hotReload };
        return new OverlayChain(catalog, parsed.GetValue(names)!, how, log.CreateLogger(Log.Overlays), ownsCatalog: true);
    }
}

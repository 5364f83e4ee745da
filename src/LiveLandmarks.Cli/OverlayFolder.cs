using System.CommandLine;
using LiveLandmarks.Commands;
using LiveLandmarks.Overlays.Hosting;

namespace LiveLandmarks.Cli;

/// <summary>The option for the folder of overlay plug-ins.</summary>
internal sealed class OverlayFolder
{
    private readonly Option<string?> folder = new("--overlay-folder")
    {
        Description = "Folder of overlay plug-ins [default: overlays beside the program]",
        HelpName = "DIR",
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Add(folder);

    /// <summary>Declares the files that are read.</summary>
    public void Declare(ParseResult parsed, CommandFiles files) => files.Reads("--overlay-folder", parsed.GetValue(folder));

    /// <summary>Finds the available overlays.</summary>
    public OverlayCatalog Open(ParseResult parsed) => new(parsed.GetValue(folder));
}

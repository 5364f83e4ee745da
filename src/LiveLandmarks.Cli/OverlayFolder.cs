using System.CommandLine;
using LiveLandmarks.Commands;
using LiveLandmarks.Overlays.Hosting;

namespace LiveLandmarks.Cli;

/// <summary>The option that says where overlay plug-ins are.</summary>
internal sealed class OverlayFolder
{
    private readonly Option<string?> folder = new("--overlay-folder")
    {
        Description = "Folder of overlay plug-ins [default: overlays beside the program]",
        HelpName = "DIR",
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Add(folder);

    /// <summary>Declares what is read.</summary>
    public void Declare(ParseResult parsed, CommandFiles files) => files.Reads("--overlay-folder", parsed.GetValue(folder));

    /// <summary>Finds the overlays that there are.</summary>
    public OverlayCatalog Open(ParseResult parsed) => new(parsed.GetValue(folder));
}

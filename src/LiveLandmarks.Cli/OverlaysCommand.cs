using System.CommandLine;
using LiveLandmarks.Commands;
using Spectre.Console;

namespace LiveLandmarks.Cli;

/// <summary><c>livelandmarks overlays</c>: lists the overlays, plug-ins included.</summary>
internal static class OverlaysCommand
{
    public static Command Create()
    {
        var folder = new OverlayFolder();
        var command = new Command("overlays", "Lists the overlays, those of plug-ins included.");
        folder.AddTo(command);
        command.SetAction(parsed => List(folder, parsed));
        return command;
    }

    private static int List(OverlayFolder folder, ParseResult parsed)
    {
        using var catalog = folder.Open(parsed);
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn().AddColumn();
        foreach (var overlay in catalog.Overlays)
            grid.AddRow(new Text(overlay.Name), new Text(overlay.Description), new Text(overlay.PlugIn ?? ""));
        Terminal.Out.Write(grid);
        foreach (var problem in catalog.Problems)
            Console.Error.WriteLine($"livelandmarks: {problem}");
        return catalog.Problems.Count == 0 ? ExitCode.Done : ExitCode.Input;
    }
}

using System.CommandLine;
using LiveLandmarks.Cli;
using LiveLandmarks.Training.Plotting;

namespace LiveLandmarks.Training.Commands;

/// <summary><c>livelandmarks-train plot</c>.</summary>
internal static class PlotCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder for the pictures" };
        var command = new Command("plot", "Draws the losses and their gradients, as in the AWing and Wing papers.") { folder };
        command.SetAction(parsed =>
        {
            var (awing, wing) = (LossCurves.AWing(), LossCurves.Wing());
            foreach (var (name, chart) in new[] { ("awing", awing.Loss), ("awing-gradient", awing.Gradient), ("wing", wing.Loss), ("wing-gradient", wing.Gradient) })
                chart.Save(Path.Combine(parsed.GetRequiredValue(folder), name + ".svg"));
            return ExitCode.Done;
        });
        return command;
    }
}

using System.CommandLine;
using LiveLandmarks.Commands;
using LiveLandmarks.Training.Plotting;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Commands;

/// <summary><c>livelandmarks-train plot</c>.</summary>
internal static class PlotCommand
{
    public static Command Create() =>
        new("plot", "Draws training curves, the losses, or the trade-off between jitter and lag.") { CreateCurves(), CreateLosses(),
        PlotSmoothingCommand.Create() };

    private static Command CreateCurves()
    {
        var runs = new Argument<string[]>("RUN")
            { Description = "Folders of trainings, each with its metrics.csv", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out")
            { Description = "Picture to write, .svg or .png", Required = true, HelpName = "FILE" }.OfKind(".svg", ".png");
        var command = new Command(
            "curves", "Draws loss, validation and learning rate over the steps of one or more trainings.") { runs, output };
        command.SetAction(parsed =>
        {
            var folders = parsed.GetRequiredValue(runs);
            new CommandFiles().Reads("RUN", () => folders.Select(RunOptions.MetricsOf))
                .Writes("--out", parsed.GetRequiredValue(output)).Check();
            TrainingCurves.Of([.. LegendNames.Of(folders)
                .Zip(folders, (name, folder) => (name, MetricsLog.Read(RunOptions.MetricsOf(folder))))]).Save(
                    parsed.GetRequiredValue(output));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateLosses()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder for the pictures" };
        var command = new Command("losses", "Draws the losses and their gradients, as in the AWing and Wing papers.") { folder };
        command.SetAction(parsed =>
        {
            var (awing, wing) = (LossCurves.AWing(), LossCurves.Wing());
            (string Name, LineChart Chart)[] charts =
                [("awing", awing.Loss), ("awing-gradient", awing.Gradient), ("wing", wing.Loss), ("wing-gradient", wing.Gradient)];
            new CommandFiles().WritesInto("DIR", parsed.GetRequiredValue(folder), charts.Select(chart => chart.Name + ".svg")).Check();
            foreach (var (name, chart) in charts)
                chart.Save(Path.Combine(parsed.GetRequiredValue(folder), name + ".svg"));
            return ExitCode.Done;
        });
        return command;
    }
}

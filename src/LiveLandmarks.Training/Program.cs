using System.CommandLine;
using LiveLandmarks.Capture;
using LiveLandmarks.Commands;
using LiveLandmarks.Training.Commands;

NativeLog.Silence();
return await CommandRunner.RunAsync(
    new RootCommand("Trains, evaluates, imports and exports the AWing stacked hourglass.")
    {
        TrainCommand.Create(),
        EvalCommand.Create(),
        ExportCommand.Create(),
        ImportCommand.Create(),
        PreviewCommand.Create(),
        SynthCommand.Create(),
        PlotCommand.Create(),
        ExpressionCommand.Create(),
        AnnotateCommand.Create(),
    },
    "livelandmarks-train",
    args);

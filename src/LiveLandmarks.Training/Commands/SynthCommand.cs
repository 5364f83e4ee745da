using System.CommandLine;
using LiveLandmarks.Cli;
using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Commands;

/// <summary><c>livelandmarks-train synth</c>.</summary>
internal static class SynthCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder to write" };
        var train = new Option<int>("--train") { Description = "Faces to train on", DefaultValueFactory = _ => new SyntheticOptions().Train, HelpName = "N" };
        var test = new Option<int>("--test") { Description = "Faces to measure on", DefaultValueFactory = _ => new SyntheticOptions().Test, HelpName = "N" };
        var command = new Command("synth", "Draws a small data set of cartoon faces with exact landmarks, to try the trainer on.") { folder, train, test };
        command.SetAction(parsed =>
        {
            new CommandFiles().WritesInto("DIR", parsed.GetRequiredValue(folder)).Check();
            SyntheticFaces.Write(parsed.GetRequiredValue(folder), new SyntheticOptions { Train = parsed.GetValue(train), Test = parsed.GetValue(test) });
            return ExitCode.Done;
        });
        return command;
    }
}

using System.CommandLine;
using LiveLandmarks.Commands;
using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Commands;

/// <summary><c>livelandmarks-train synth</c>.</summary>
internal static class SynthCommand
{
    public static Command Create()
    {
        var folder = new Argument<string?>("DIR")
            { Description = "Folder to write to; not needed with --turn and --sheet", Arity = ArgumentArity.ZeroOrOne };
        var train = new Option<int>("--train")
            { Description = "Number of cartoons to train on", DefaultValueFactory = _ => new SyntheticOptions().Train, HelpName = "N" };
        var test = new Option<int>("--test")
            { Description = "Number of cartoons to measure on", DefaultValueFactory = _ => new SyntheticOptions().Test, HelpName = "N" };
        var turned = new SynthTurned();
        var command = new Command(
            "synth", "Draws faces with exact landmarks: cartoons to try the trainer with, or, with --turn, the faces of photographs " +
            "turned by a 3-D face model.")
        {
            folder, train, test,
        };
        turned.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var place = parsed.GetValue(folder);
            if (turned.IsAskedFor(parsed))
                return Task.FromResult(turned.Run(parsed, place, cancel));
            new CommandFiles().WritesInto("DIR", place ?? throw new UsageException("synth needs a folder to write to.")).Check();
            SyntheticFaces.Write(place, new SyntheticOptions { Train = parsed.GetValue(train), Test = parsed.GetValue(test) });
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}

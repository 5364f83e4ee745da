using System.CommandLine;
using LiveLandmarks.Commands;
using LiveLandmarks.Training.Data.Heads;

namespace LiveLandmarks.Training.Commands;

/// <summary>The option that names a face model, shared by the commands that turn faces.</summary>
internal sealed class FaceModelArgument
{
    private readonly Option<string?> folder = new("--face-model")
        { Description = "Folder of the 3-D face model that turns faces", HelpName = "DIR" };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Add(folder);

    /// <summary>Declares the folder that is read.</summary>
    public void Declare(ParseResult parsed, CommandFiles files) => files.Reads("--face-model", parsed.GetValue(folder));

    /// <summary>The model; null if the option is not given.</summary>
    /// <exception cref="InputException">The model cannot be read.</exception>
    public FaceModel? Read(ParseResult parsed) => parsed.GetValue(folder) is { } path ? FaceModel.Read(path) : null;
}

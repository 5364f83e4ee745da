using System.CommandLine;
using LiveLandmarks.Tracking;

namespace LiveLandmarks.Cli;

/// <summary>The options of following faces, shared by the commands that do.</summary>
internal sealed class TrackerArguments
{
    private readonly NetworkArguments network = new();
    private readonly CameraArguments camera = new();

    private readonly Option<int> maxFaces = new Option<int>("--max-faces")
    {
        Description = "Most faces followed at once",
        DefaultValueFactory = _ => new FaceTrackerOptions().MaxFaces,
        HelpName = "N",
    }.Between(1, 64);

    private readonly Option<bool> noSmoothing = new("--no-smoothing") { Description = "Leave the landmarks as the network finds them" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(maxFaces);
        command.Add(noSmoothing);
        camera.AddTo(command);
        network.AddTo(command);
    }

    /// <summary>Opens a tracker with its networks.</summary>
    public FaceTracker Open(ParseResult parsed)
    {
        var options = new FaceTrackerOptions { MaxFaces = parsed.GetValue(maxFaces), FieldOfView = camera.FieldOfView(parsed) };
        if (parsed.GetValue(noSmoothing))
            options = options with { Smoothing = null };
        return new FaceTracker(network.Open(parsed), options);
    }
}

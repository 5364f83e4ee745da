using System.CommandLine;
using LiveLandmarks.Commands;
using LiveLandmarks.Expression;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Tracking;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Cli;

/// <summary>The options for tracking, shared by the commands that track faces.</summary>
internal sealed class TrackerArguments
{
    private readonly NetworkArguments network = new();
    private readonly CameraArguments camera = new();

    private readonly Option<int> maxFaces = new Option<int>("--max-faces")
    {
        Description = "Maximum number of faces tracked at once",
        DefaultValueFactory = _ => new TrackingOptions().MaxFaces,
        HelpName = "N",
    }.Between(1, 64);

    private readonly Option<bool> noSmoothing = new("--no-smoothing") { Description = "Report the landmarks as the network finds them" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(maxFaces);
        command.Add(noSmoothing);
        camera.AddTo(command);
        network.AddTo(command);
    }

    /// <summary>Declares the files that are read.</summary>
    public void Declare(ParseResult parsed, CommandFiles files) => network.Declare(parsed, files);

    /// <summary>Opens a tracker with its networks.</summary>
    /// <param name="parsed">The options given.</param>
    /// <param name="log">Logs when faces appear, are lost and come back.</param>
    /// <param name="reportCandidates">Whether the tracker reports face candidates in every frame.</param>
    public FaceTracker Open(ParseResult parsed, ILoggerFactory log, bool reportCandidates = false)
    {
        var options = Read(parsed) with { ReportCandidates = reportCandidates };
        var locator = OpenNetworks(parsed, log);
        return new FaceTracker(locator, options, logger: log.CreateLogger(Log.Tracking), blendshapes: OpenBlendshapes(parsed));
    }

    /// <summary>Opens the network that finds movements; null if there is none to open.</summary>
    public BlendshapeNetwork? OpenBlendshapes(ParseResult parsed) => network.OpenBlendshapes(parsed);

    /// <summary>Opens only the networks, for several trackers, prepared for the maximum number of faces.</summary>
    public FaceLocator OpenNetworks(ParseResult parsed, ILoggerFactory log)
    {
        var locator = network.Open(parsed, log);
        locator.Network.Prepare(parsed.GetValue(maxFaces));
        return locator;
    }

    /// <summary>How faces are tracked.</summary>
    public TrackingOptions Read(ParseResult parsed)
    {
        var options = new TrackingOptions { MaxFaces = parsed.GetValue(maxFaces), FieldOfView = camera.FieldOfView(parsed) };
        return parsed.GetValue(noSmoothing) ? options with { Smoothing = null } : options;
    }
}

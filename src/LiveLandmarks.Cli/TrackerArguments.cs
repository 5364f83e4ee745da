using System.CommandLine;
using LiveLandmarks.Commands;
using LiveLandmarks.Expression;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Output;
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

    private readonly Option<string?> calibration = new("--calibration")
        { Description = "Start from what was learned about the person's face before, and keep it in this file", HelpName = "FILE" };
    private readonly Option<bool> noCalibration = new("--no-calibration")
        { Description = "Report ARKit's movements as the network finds them, without fitting them to the person" };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="onePerson">Whether one person's calibration can be kept in a file.</param>
    public void AddTo(Command command, bool onePerson = false)
    {
        if (onePerson)
            command.Add(calibration);
        command.Add(noCalibration);
        command.Validators.Add(result =>
        {
            if (result.GetResult(calibration) is not null && result.GetValue(noCalibration))
                result.AddError("Give --calibration or --no-calibration, not both.");
        });
        command.Add(maxFaces);
        command.Add(noSmoothing);
        camera.AddTo(command);
        network.AddTo(command);
    }

    /// <summary>Declares the files that are read.</summary>
    public void Declare(ParseResult parsed, CommandFiles files)
    {
        network.Declare(parsed, files);
        files.Writes("--calibration", parsed.GetValue(calibration));
    }

    /// <summary>Writes what was learned about the person, if a file for it is given.</summary>
    /// <exception cref="OutputException">The file cannot be written.</exception>
    public void SaveCalibration(ParseResult parsed, FaceTracker tracker)
    {
        if (parsed.GetValue(calibration) is { } path && tracker.Calibration is { } learned)
            OutputFile.Write(path, learned.Write);
    }

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
        var options = new TrackingOptions
        {
            MaxFaces = parsed.GetValue(maxFaces),
            FieldOfView = camera.FieldOfView(parsed),
            CalibrateExpression = !parsed.GetValue(noCalibration),
            Calibration = parsed.GetValue(calibration) is { } path ? OpenCalibration(path) : null,
        };
        return parsed.GetValue(noSmoothing) ? options with { Smoothing = null } : options;
    }

    /// <summary>Reads a calibration and writes it again: a file that cannot be written is reported before anything is learned.</summary>
    private static ExpressionCalibration OpenCalibration(string path)
    {
        var known = File.Exists(path) ? ExpressionCalibration.Read(path) : ExpressionCalibration.Unlearned;
        OutputFile.Write(path, known.Write);
        return known;
    }
}

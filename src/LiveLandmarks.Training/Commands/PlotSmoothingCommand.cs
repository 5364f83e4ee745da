using System.CommandLine;
using LiveLandmarks.Capture;
using LiveLandmarks.Commands;
using LiveLandmarks.Detection;
using LiveLandmarks.Evaluation;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Training.Plotting;
using OpenCvSharp;
using Spectre.Console;

namespace LiveLandmarks.Training.Commands;

/// <summary><c>livelandmarks-train plot smoothing</c>.</summary>
internal sealed class PlotSmoothingCommand
{
    private readonly Argument<string> source = new("IN") { Description = "Picture or video whose first frame shows one face" };
    private readonly Option<string> output = new Option<string>("--out")
        { Description = "Picture to write, .svg or .png", Required = true, HelpName = "FILE" }.OfKind(".svg", ".png");
    private readonly Option<string> models = new("--models")
        { Description = "Folder of models", DefaultValueFactory = _ => "models", HelpName = "DIR" };
    private readonly Option<double> noise = new("--noise")
        { Description = "Standard deviation of the camera's noise, in gray levels of 255", DefaultValueFactory = _ => 5, HelpName = "N" };

    public static Command Create()
    {
        var self = new PlotSmoothingCommand();
        var command = new Command(
            "smoothing", "Draws the jitter of a still face against the lag of a moving one, for several smoothing settings.") { self.source,
            self.output, self.models, self.noise };
        command.SetAction(self.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        new CommandFiles()
            .Reads("IN", parsed.GetRequiredValue(source))
            .Reads("--models", parsed.GetRequiredValue(models))
            .Writes("--out", parsed.GetRequiredValue(output))
            .Check();
        var catalog = ModelCatalog.Open(parsed.GetRequiredValue(models));
        using var locator = new FaceLocator(
            new HeatmapFaceDetector(catalog.Load(ModelKind.Detector)), new LandmarkNetwork(catalog.Load(ModelKind.Landmarks)));
        using var picture = new Mat();
        using (var reader = FrameReader.Open(parsed.GetRequiredValue(source)))
            reader.Read(picture, out _);
        var trial = SmoothingTrial.Record(locator, picture, parsed.GetValue(noise));
        SmoothingCurves.Of(trial).Save(parsed.GetRequiredValue(output));
        var cost = trial.Measure(new());
        Terminal.Out.WriteLine(FormattableString.Invariant($"raw jitter {trial.RawJitter:0.000%} of the face; with the defaults:"));
        Terminal.Out.WriteLine(FormattableString.Invariant(
            $"jitter {cost.Jitter:0.00} of that, at worst {cost.WorstJitter:0.00}"));
        Terminal.Out.WriteLine(FormattableString.Invariant($"lag {cost.Lag:0.00} frames, of lips {cost.LipLag:0.00}"));
        Terminal.Out.WriteLine(FormattableString.Invariant($"a blink of 0.2 s keeps {cost.BlinkKept:0.00} of its movement"));
        return ExitCode.Done;
    }
}

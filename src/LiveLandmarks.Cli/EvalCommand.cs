using System.CommandLine;
using System.IO.Enumeration;
using LiveLandmarks.Capture;
using LiveLandmarks.Evaluation;
using LiveLandmarks.Geometry;
using LiveLandmarks.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Cli;

/// <summary><c>livelandmarks eval</c>: accuracy on annotated pictures.</summary>
internal sealed class EvalCommand
{
    // A detection that overlaps the annotated face less is of somebody else.
    private const float LeastOverlap = 0.3f;
    private const string GroundTruth = "gt";

    private readonly Argument<string> folder = new("DIR") { Description = "Folder in 300-W layout: NAME.jpg (or .png) with NAME.pts" };
    private readonly Option<string> boxes = new Option<string>("--boxes")
    {
        Description = "Where the crop comes from: the annotated landmarks' box, or the detector",
        DefaultValueFactory = _ => GroundTruth,
    }.AcceptOnlyFromAmong(GroundTruth, "detector");

    private readonly Option<string[]> include = new("--include")
    {
        Description = "Only pictures whose names match one of these patterns (* and ?)",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "PATTERN",
    };

    private readonly Option<string?> json = new("--json") { Description = "Figures, and the error of each picture", HelpName = "FILE" };
    private readonly NetworkArguments network = new();

    public static Command Create()
    {
        var self = new EvalCommand();
        var command = new Command("eval", "Measures NME, failure rate and AUC on annotated pictures.") { self.folder, self.boxes, self.include, self.json };
        self.network.AddTo(command);
        command.SetAction(self.Run);
        return command;
    }

    private static FaceCrop? CropFrom(FaceLocator locator, Mat image, FaceLandmarks truth)
    {
        var face = truth.Bounds;
        var best = locator.Detector.Detect(image).Select(box => (Box: box, Overlap: box.IntersectionOverUnion(face))).MaxBy(found => found.Overlap);
        return best.Overlap >= LeastOverlap ? FaceCrop.FromBox(best.Box, locator.Network.CropRule) : null;
    }

    private Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        using var locator = network.Open(parsed);
        var patterns = parsed.GetValue(include) is { Length: > 0 } given ? given : ["*"];
        string[] pictures =
        [
            .. ImageReader.PicturesIn(parsed.GetRequiredValue(folder))
                .Where(path => File.Exists(Path.ChangeExtension(path, ".pts")))
                .Where(path => patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(path)))),
        ];
        if (pictures.Length == 0)
            throw new InputException($"{parsed.GetRequiredValue(folder)}: no annotated pictures match; each needs a .pts file beside it, and --include must fit its name.");

        var fromTruth = parsed.GetRequiredValue(boxes) == GroundTruth;
        FaceLandmarks Locate(Mat image, FaceCrop crop) => (fromTruth ? locator.Network.Locate(image, [crop]) : locator.LocateFrom(image, [crop]))[0];
        List<(string Name, double? Error)> results = [];
        foreach (var path in pictures)
        {
            cancellation.ThrowIfCancellationRequested();
            using var image = ImageFile.Read(path);
            var scheme = locator.Network.Scheme;
            var truth = new FaceLandmarks(scheme, PtsFile.Read(Path.ChangeExtension(path, ".pts"), scheme.Count));
            FaceCrop? crop = fromTruth ? FaceCrop.FromLandmarks(truth.Points, locator.Network.CropRule) : CropFrom(locator, image, truth);
            double? error = crop is { } square ? NormalisedMeanError.InterOcular(Locate(image, square), truth) : null;
            results.Add((Path.GetFileName(path), error));
        }

        var report = new EvalReport(results);
        report.Print();
        if (parsed.GetValue(json) is { } file)
            report.Write(file);
        return Task.FromResult(ExitCode.Done);
    }
}

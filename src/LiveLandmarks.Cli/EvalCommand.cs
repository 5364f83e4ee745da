using System.CommandLine;
using LiveLandmarks.Capture;
using LiveLandmarks.Cli.Conditions;
using LiveLandmarks.Commands;
using LiveLandmarks.Evaluation;
using LiveLandmarks.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Cli;

/// <summary><c>livelandmarks eval</c>: measures accuracy on annotated pictures, or steadiness in a video of known motion.</summary>
internal sealed class EvalCommand
{
    // A found face that overlaps the annotated face less than this is another person's.
    private const float MinOverlap = 0.3f;

    private readonly Argument<string> folder = new("DATA")
        { Description = "Folder in 300-W layout: NAME.jpg (or .png) with NAME.pts; or a video of known motion, see --motion" };
    private readonly NamePatterns include = new();
    private readonly EvalArguments evaluation = new("faces as 'image' finds them");
    private readonly Option<bool> conditions = new("--conditions")
    {
        Description = "Measure instead how many of the faces 'image' finds as they are, rolled, small, dark and covered, and how many " +
            "results are wrong",
    };

    private readonly Option<string?> motion = new("--motion")
    {
        Description = "Table of the video's motion: frame,a,b,c,d,e,f, by which the face's point (x, y) is at (ax+by+c, dx+ey+f) " +
            "[default: the video's name with .csv]",
        HelpName = "CSV",
    };

    private readonly NetworkArguments network = new();

    public static Command Create()
    {
        var self = new EvalCommand();
        var command = new Command(
            "eval", "Measures NME, failure rate and AUC on annotated pictures, or how much landmarks tremble in a video of known motion.")
        {
            self.folder,
        };
        self.evaluation.AddTo(command);
        command.Add(self.conditions);
        command.Add(self.motion);
        self.include.AddTo(command);
        self.network.AddTo(command);
        command.SetAction(self.Run);
        return command;
    }

    /// <summary>The face that <c>image</c> finds at the annotated face; null if it finds none there.</summary>
    private static FaceLandmarks? FindAs(FaceLandmarks truth, FaceLocator locator, Mat image)
    {
        var face = truth.Bounds;
        var best = locator.Find(image).MaxBy(found => found.Bounds.IntersectionOverUnion(face));
        return best?.Bounds.IntersectionOverUnion(face) >= MinOverlap ? best : null;
    }

    private static FaceLandmarks LocateIn(FaceLandmarks truth, FaceLocator locator, Mat image) =>
        locator.Network.Locate(image, [FaceCrop.FromLandmarks(truth.Points.AsSpan(), locator.Network.CropRule)])[0];

    private Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(conditions) && evaluation.HasBoxes(parsed) && !evaluation.FromDetector(parsed))
            throw new UsageException("--conditions finds faces as 'image' does; leave '--boxes gt' out.");
        if (File.Exists(parsed.GetRequiredValue(folder)))
            return Task.FromResult(MeasureSteadiness(parsed, cancellation));
        if (parsed.GetResult(motion) is not null)
            throw new UsageException("--motion is for a video; leave it out for a folder of pictures.");
        string[] pictures =
        [
            .. ImageReader.PicturesIn(parsed.GetRequiredValue(folder))
                .Where(path => File.Exists(Path.ChangeExtension(path, ".pts")))
                .Where(path => include.Match(parsed, path)),
        ];
        if (pictures.Length == 0)
            throw new InputException(
                $"{parsed.GetRequiredValue(folder)}: no annotated pictures match; each needs a .pts file beside it, and its name must " +
                    "match --include.");
        RequireDistinctFiles(parsed, pictures);

        using var log = Log.Open(parsed);
        using var locator = network.Open(parsed, log);
        var leftOut = new SkippedPictures("livelandmarks");
        var data = include.Describe(parsed, parsed.GetRequiredValue(folder));
        if (parsed.GetValue(conditions))
            MeasureConditions(parsed, pictures, locator, leftOut, data, cancellation);
        else
            Measure(parsed, pictures, locator, leftOut, data, cancellation);
        return Task.FromResult(leftOut.Code);
    }

    private int MeasureSteadiness(ParseResult parsed, CancellationToken cancellation)
    {
        var clip = parsed.GetRequiredValue(folder);
        if (parsed.GetValue(conditions) || evaluation.HasBoxes(parsed) || include.IsGiven(parsed))
            throw new UsageException($"{clip} is a video; --conditions, --boxes and --include are for folders of pictures.");
        var table = parsed.GetValue(motion) ?? Path.ChangeExtension(clip, ".csv");
        var files = new CommandFiles().Reads("DATA", clip).Reads("--motion", table);
        evaluation.Declare(parsed, files);
        network.Declare(parsed, files);
        files.Check();

        var known = KnownMotion.Read(table);
        using var log = Log.Open(parsed);
        using var reader = VideoReader.OpenFile(clip);
        using var locator = network.Open(parsed, log);
        using var tracker = new FaceTracker(locator, ownsLocator: false);
        var (raw, smoothed) = SteadinessTrial.Run(reader, tracker, known, cancellation);
        cancellation.ThrowIfCancellationRequested();
        evaluation.Publish(parsed, new SteadinessReport($"{locator.Network.Name} on {clip}, its motion from {table}", raw, smoothed));
        return ExitCode.Done;
    }

    private void Measure(ParseResult parsed, string[] pictures, FaceLocator locator, SkippedPictures leftOut, string data,
        CancellationToken cancellation)
    {
        var fromDetector = evaluation.FromDetector(parsed);
        List<FaceError> results = [];
        var lids = new LidGaps();
        foreach (var path in pictures)
        {
            cancellation.ThrowIfCancellationRequested();
            using var image = ReadOrLeaveOut(path, leftOut);
            if (image is null)
                continue;
            var truth = TruthOf(path, locator);
            var found = fromDetector ? FindAs(truth, locator, image) : LocateIn(truth, locator, image);
            if (found is not null)
                lids.Add(found, truth);
            results.Add(new FaceError(Path.GetFileName(path), found is null ? null : NormalizedMeanError.InterOcular(found, truth), []));
        }
        leftOut.Report(results.Count, parsed.GetRequiredValue(folder));
        evaluation.Publish(parsed, new EvalReport(evaluation.Protocol(parsed, locator.Network.Name, data, "inter-ocular"), results, lids));
    }

    private void MeasureConditions(
        ParseResult parsed, string[] pictures, FaceLocator locator, SkippedPictures leftOut, string data, CancellationToken cancellation)
    {
        var scheme = locator.Network.Scheme;
        (FaceCondition Condition, ConditionScore Score)[] rows =
            [.. FaceCondition.For(scheme).Select(condition => (condition, new ConditionScore(condition.Name)))];
        foreach (var path in pictures)
        {
            using var image = ReadOrLeaveOut(path, leftOut);
            if (image is null)
                continue;
            var truth = TruthOf(path, locator);
            foreach (var (condition, score) in rows)
            {
                cancellation.ThrowIfCancellationRequested();
                var (picture, points) = condition.Make(image, [.. truth.Points]);
                using (picture)
                    score.Add(locator.Find(picture), new FaceLandmarks(scheme, [.. points]));
            }
        }
        leftOut.Report(rows[0].Score.Pictures, parsed.GetRequiredValue(folder));
        evaluation.Publish(parsed,
            new ConditionReport($"{locator.Network.Name} on {data}, faces as 'image' finds them, NME over inter-ocular",
            [.. rows.Select(row => row.Score)]));
    }

    private static FaceLandmarks TruthOf(string path, FaceLocator locator)
    {
        var scheme = locator.Network.Scheme;
        return new FaceLandmarks(scheme, [.. PtsFile.Read(Path.ChangeExtension(path, ".pts"), scheme.Count)]);
    }

    private static Mat? ReadOrLeaveOut(string path, SkippedPictures leftOut)
    {
        try
        {
            return ImageFile.Read(path);
        }
        catch (InputException e)
        {
            leftOut.Add(e);
            return null;
        }
    }

    private void RequireDistinctFiles(ParseResult parsed, string[] pictures)
    {
        var files = new CommandFiles().Reads("DATA", () => pictures.Concat(pictures.Select(path => Path.ChangeExtension(path, ".pts"))));
        evaluation.Declare(parsed, files);
        network.Declare(parsed, files);
        files.Check();
    }
}

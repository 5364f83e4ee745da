using System.CommandLine;
using System.Globalization;
using LiveLandmarks.Commands;
using LiveLandmarks.Expression;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Export;
using LiveLandmarks.Training.Expressions;

namespace LiveLandmarks.Training.Commands;

/// <summary><c>livelandmarks-train expression</c>.</summary>
internal sealed class ExpressionCommand
{
    private readonly Option<string?> errors = new("--errors-on")
        { Description = "Annotated faces; the landmarks of random faces get the errors that the landmark model makes on them",
        HelpName = "DATA" };
    private readonly Option<string[]> neutral = new("--neutral")
    {
        Description = "Pictures of neutral faces that face the camera; the random faces get landmarks as the landmark model finds " +
            "them there",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "FILE",
    };

    private readonly Option<string?> models = new("--models")
        { Description = "Folder of the landmark model [default: as livelandmarks]", HelpName = "DIR" };
    private readonly Option<string?> model = new("--model")
        { Description = "The landmark model, of 68 points [default: the one marked as default]", HelpName = "NAME" };
    private readonly Option<int> faces = new Option<int>("--faces")
        { Description = "Number of random faces to train on", DefaultValueFactory = _ => new ExpressionOptions().Faces, HelpName = "N" }
        .AtLeast(1);
    private readonly Option<int> epochs = new Option<int>("--epochs")
        { Description = "How often each face is shown", DefaultValueFactory = _ => new ExpressionOptions().Epochs, HelpName = "N" }
        .AtLeast(1);
    private readonly Option<long> seed = new("--seed")
        { Description = "Seed of faces and weights", DefaultValueFactory = _ => new ExpressionOptions().Seed, HelpName = "N" };
    private readonly FaceModelArgument heads = new();
    private readonly DataArguments data = new();
    private readonly ExportArguments export = new();

    public static Command Create()
    {
        var self = new ExpressionCommand();
        var command = new Command(
            "expression", "Trains a small network from landmarks to ARKit's movements on random faces of a 3-D face model, measures it " +
            "on other people and exports it.")
        {
            self.errors, self.neutral, self.models, self.model, self.faces, self.epochs, self.seed,
        };
        self.heads.AddTo(command);
        self.data.AddTo(command);
        self.export.AddTo(command, heatmaps: false);
        command.SetAction(self.Run);
        return command;
    }

    private Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        TorchRuntime.Prepare();
        var head = heads.Read(parsed) ?? throw new UsageException("expression needs a 3-D face model: --face-model DIR.");
        var (annotated, annotatedForTest) = parsed.GetValue(errors) is { } folder
            ? (data.Read(parsed, folder, DataSplit.Train, included: true), data.Read(parsed, folder, DataSplit.Test))
            : ([], []);
        var files = new CommandFiles();
        heads.Declare(parsed, files);
        DataArguments.Declare(files, "--errors-on", parsed.GetValue(errors), [.. annotated, .. annotatedForTest]);
        export.Declare(parsed, files);
        files.Reads("--neutral", () => parsed.GetValue(neutral) ?? []);
        files.Check();

        var options = new ExpressionOptions { Faces = parsed.GetValue(faces), Epochs = parsed.GetValue(epochs),
            Seed = parsed.GetValue(seed) };
        using var locator = FaceLocator.Open(new ModelChoice { Folder = parsed.GetValue(models), Landmarks = parsed.GetValue(model) });
        if (locator.Network.Scheme != LandmarkScheme.Ibug68)
            throw new UsageException(
                $"expression needs a landmark model of 68 points; {locator.Network.Name} finds {locator.Network.Scheme}.");
        var (forTraining, forTest) = ErrorsOf(locator.Network, annotated, annotatedForTest);
        var offset = parsed.GetValue(neutral) is { Length: > 0 } pictures
            ? NeutralOffset.Measure(pictures, locator, new RandomFaces(head, LandmarkErrors.None), options.Seed)
            : new float[ExpressionFeatures.CountWithPupil];
        var learned = new RandomFaces(head, forTraining) { Offset = offset };
        var trainer = new ExpressionTrainer(options) { Report = Report };
        Console.Error.WriteLine($"{options.Faces} random faces for the movements");
        using var network = trainer.Train(ExpressionSamples.Draw(learned, options.Faces, options.Seed, false, cancel), cancel);
        ExpressionTrainer.Quiet(network, ExpressionSamples.Draw(learned, options.TestFaces, options.Seed + 1, true, cancel));
        Console.Error.WriteLine($"{options.Faces} random eyes for the gaze");
        using var gaze = trainer.Train(ExpressionSamples.DrawGazes(learned, options.Faces, options.Seed + 2, cancel), cancel);

        var people = new RandomFaces(head, forTest) { Offset = offset };
        var tests = ExpressionTest.Run(
            network,
            ExpressionSamples.Draw(people, options.TestFaces, ~options.Seed, false, cancel),
            ExpressionSamples.Draw(people, options.TestFaces, ~options.Seed - 1, true, cancel));
        Console.Out.WriteLine("movement, correlation, mean absolute error, 95 % of neutral faces below");
        Print(tests);
        var error = ExpressionTest.GazeError(gaze, ExpressionSamples.DrawGazes(people, options.TestFaces, ~options.Seed - 2, cancel));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"gaze of one eye: off by {error:0.0} degrees on average"));
        var (manifest, difference) = ExpressionExport.Write(
            network, (gaze, error), tests, options.MinCorrelation, export.Describe(parsed), export.Read(parsed).Precision,
            parsed.GetRequiredValue(export.Output));
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{manifest}: model and network differ by {difference:g2} of the output's range"));
        PrintEyes(manifest, people, options, cancel);
        return Task.FromResult(ExitCode.Done);
    }

    private static void Print(IEnumerable<ExpressionTest> tests)
    {
        foreach (var test in tests)
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Blendshapes.NameOf(test.Movement),-20} {test.Correlation:0.000} {test.Error:0.000} {test.OnNeutral:0.000}"));
    }

    /// <summary>Measures what the library makes of lids and pupils with the exported model.</summary>
    private static void PrintEyes(string manifest, RandomFaces people, ExpressionOptions options, CancellationToken cancel)
    {
        using var network = new BlendshapeNetwork(
            ModelCatalog.Open(Path.GetDirectoryName(manifest)!).Load(ModelKind.Expression, Path.GetFileNameWithoutExtension(manifest)));
        var (movements, error) = ExpressionTest.OfEyes(people, network, options.TestFaces, ~options.Seed - 4, cancel);
        Print(movements);
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"gaze of the worse eye: off by {error:0.0} degrees on average"));
    }

    private static void Report(int epoch, double loss) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch}: loss {loss:0.00000}"));

    /// <summary>The errors to train with and those to measure with. The landmark model was trained on the first faces and is more accurate
    /// there, so their errors are made as large as those of the second.</summary>
    private static (LandmarkErrors Training, LandmarkErrors Test) ErrorsOf(
        ILandmarkDetector network, IReadOnlyList<AnnotatedFace> annotated, IReadOnlyList<AnnotatedFace> annotatedForTest)
    {
        if (annotated.Count == 0)
            return (LandmarkErrors.None, LandmarkErrors.None);
        var (training, test) = (LandmarkErrors.Measure(annotated, network), LandmarkErrors.Measure(annotatedForTest, network));
        Console.Error.WriteLine($"errors measured on {training.Count} faces, and {test.Count} for the test");
        return (training.ScaledTo(test), test);
    }
}

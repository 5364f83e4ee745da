using System.CommandLine;
using System.Text.Json;
using LiveLandmarks.Commands;
using LiveLandmarks.Expression;
using LiveLandmarks.Inference;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Cli;

/// <summary>The options that choose models and device, shared by all commands that run networks.</summary>
internal sealed class NetworkArguments
{
    private const string Heatmap = "heatmap";
    private const string FaceOnnx = "faceonnx";

    private static readonly Dictionary<string, HeatmapDecoding> Decodings = Enum.GetValues<HeatmapDecoding>()
        .ToDictionary(value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    private readonly Option<string?> models = new("--models")
        { Description = "Folder of models [default: the variable LIVELANDMARKS_MODELS, else the one beside the program]",
        HelpName = "DIR" };
    private readonly Option<string?> model = new("--model")
        { Description = "Name of the landmark model, as 'livelandmarks models' lists it [default: the one marked as default]",
        HelpName = "NAME" };

    private readonly Option<string> detector = new Option<string>("--detector")
    {
        Description = "Face detector",
        DefaultValueFactory = _ => Heatmap,
    }.AcceptOnlyFromAmong(Heatmap, FaceOnnx);

    private readonly Option<string?> detectorModel = new("--detector-model")
        { Description = "Name of the detector model, as 'livelandmarks models' lists it [default: the one marked as default]",
        HelpName = "NAME" };

    private readonly Option<string> device = new Option<string>("--device")
    {
        Description = "Where the networks run; auto uses the first device that works",
        DefaultValueFactory = _ => "auto",
    }.AcceptOnlyFromAmong([.. Enum.GetNames<ExecutionDevice>().Select(name => name.ToLowerInvariant())]);

    private readonly Option<int> threads = new Option<int>("--threads")
        { Description = "CPU threads per network; 0 for all cores, at most 4", HelpName = "N" }.Between(0, 64);

    private readonly Option<string?> decoding = new Option<string?>("--decoding")
        { Description = "How heatmaps are converted to points [default: as set in the model's manifest]" }
        .AcceptOnlyFromAmong([.. Decodings.Keys]);

    private readonly Option<bool> twoStage = new("--two-stage")
        { Description = "Locate each detected face twice, the second time leveled and centered" };
    private readonly Option<string?> coarseModel = new("--coarse-model")
        { Description = "Landmark model for the first pass of --two-stage [default: the same]", HelpName = "NAME" };

    private readonly Option<string?> expressionModel = new("--expression-model")
        { Description = $"Model that finds ARKit's movements and the gaze of turned heads; {ModelChoice.None} for neither [default: the " +
            "one marked as default]",
        HelpName = "NAME" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(models);
        command.Add(model);
        command.Add(detector);
        command.Add(detectorModel);
        command.Validators.Add(result =>
        {
            if (result.GetResult(detectorModel) is not null && result.GetValue(detector) == FaceOnnx)
                result.AddError($"--detector-model names a model of '--detector {Heatmap}'; leave one of the two out.");
        });
        command.Add(device);
        command.Add(threads);
        command.Add(decoding);
        command.Add(twoStage);
        command.Add(coarseModel);
        command.Add(expressionModel);
    }

    /// <summary>Declares the files that are read.</summary>
    public void Declare(ParseResult parsed, CommandFiles files) =>
        files.Reads("--models", parsed.GetValue(models) ?? ModelCatalog.FindFolder());

    /// <summary>Opens detector and network, and prints the device on which the network runs.</summary>
    public FaceLocator Open(ParseResult parsed, ILoggerFactory log)
    {
        var options = new InferenceOptions
        {
            Device = Enum.Parse<ExecutionDevice>(parsed.GetRequiredValue(device), ignoreCase: true),
            Threads = parsed.GetValue(threads),
        };
        var locator = FaceLocator.Open(
            Choice(parsed), options, log, parsed.GetRequiredValue(detector) == FaceOnnx ? () => OpenFaceOnnx(options) : null);
        Console.Error.WriteLine($"device: {((LandmarkNetwork)locator.Network).Device}");
        return locator;
    }

    /// <summary>Opens the network that finds movements; null if none is wanted or the folder of models has none.</summary>
    public BlendshapeNetwork? OpenBlendshapes(ParseResult parsed) => BlendshapeNetwork.Open(Choice(parsed));

    private ModelChoice Choice(ParseResult parsed) => new()
    {
        Folder = parsed.GetValue(models),
        Detector = parsed.GetValue(detectorModel),
        Landmarks = parsed.GetValue(model),
        Decoding = parsed.GetValue(decoding) is { } name ? Decodings[name] : null,
        TwoStage = parsed.GetValue(twoStage),
        CoarseLandmarks = parsed.GetValue(coarseModel),
        Expression = parsed.GetValue(expressionModel),
    };

#if FACEONNX
    private static IFaceDetector OpenFaceOnnx(InferenceOptions options) => LiveLandmarks.FaceOnnx.FaceOnnxDetector.Open(options);
#else
    private static IFaceDetector OpenFaceOnnx(InferenceOptions options) => throw new DeviceUnavailableException(
        $"detector 'faceonnx' is not in this build (asked for on device '{options.Device}'): the package FaceONNX could not be restored " +
            "when it was made; "
        + "use '--detector heatmap', or build with WithFaceOnnx=true where the package feed has FaceONNX.");
#endif
}

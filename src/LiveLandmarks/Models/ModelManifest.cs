using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveLandmarks.Models;

/// <summary>The JSON file that accompanies a model: what the model is, what it expects, where it comes from and how accurate it
/// is.</summary>
public sealed record ModelManifest
{
    // Decoding processes this many columns at a time.
    private const int SmallestHeatmap = 8;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        WriteIndented = true,
    };

    /// <summary>Short name, as passed to <c>--model</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the model finds.</summary>
    public required ModelKind Kind { get; init; }

    /// <summary>Whether this model is used when a program names no model of its kind.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Name of the ONNX file in the manifest's folder.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the ONNX file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Name of the landmark scheme that a landmark model finds or an expression model reads; null for a detector.</summary>
    public string? Scheme { get; init; }

    /// <summary>The movements that an expression model finds, in the order of its output; null for other models.</summary>
    public IReadOnlyList<Blendshape>? Movements { get; init; }

    /// <summary>Whether an expression model also finds where the eyes look: yaw and pitch follow the movements in its
    /// output.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Gaze { get; init; }

    /// <summary>What the network expects.</summary>
    public required ModelInput Input { get; init; }

    /// <summary>What the network returns.</summary>
    public required ModelOutput Output { get; init; }

    /// <summary>How the crop relates to the face; null for a detector.</summary>
    public CropRule? Crop { get; init; }

    /// <summary>How heatmaps are converted to points.</summary>
    public HeatmapDecoding Decoding { get; init; } = HeatmapDecoding.MeanShift;

    /// <summary>Lowest score at which a detection counts: the score of a detector's cell, or the mean peak of a face's heatmaps.</summary>
    public required float MinimumScore { get; init; }

    /// <summary>Largest share of an open eye's gap that the model still finds when the eye is shut, 0.1 to 0.9.</summary>
    public float ShutEyeShare { get; init; } = 0.65f;

    /// <summary>Dimensions of one input, without the number of inputs.</summary>
    internal int[] InputShape => Kind == ModelKind.Expression ? [Input.Size] : [3, Input.Size, Input.Size];

    /// <summary>Dimensions of one output, without the number of outputs.</summary>
    internal int[] OutputShape =>
        Kind == ModelKind.Expression ? [Output.Channels] : [Output.Channels, Output.Size, Output.Size];

    /// <summary>License of the weights.</summary>
    public required string License { get; init; }

    /// <summary>The data that the weights were trained on.</summary>
    public required string TrainingData { get; init; }

    /// <summary>Number of weights, in millions.</summary>
    public required double ParametersInMillions { get; init; }

    /// <summary>Measured accuracy.</summary>
    public required IReadOnlyList<ModelAccuracy> Accuracy { get; init; }

    /// <summary>Reads a manifest.</summary>
    /// <param name="path">The JSON file.</param>
    /// <exception cref="ModelException">The file is unreadable, not a manifest, or incomplete.</exception>
    public static ModelManifest Read(string path)
    {
        try
        {
            using var stream = System.IO.File.OpenRead(path);
            var manifest = JsonSerializer.Deserialize<ModelManifest>(stream, Format)
                ?? throw new ModelException($"{path}: the manifest is empty.");
            manifest.Validate(path);
            return manifest;
        }
        catch (JsonException e)
        {
            throw new ModelException($"{path}: not a model manifest: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{path}: the manifest cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The landmark scheme.</summary>
    /// <exception cref="ModelException">The manifest names no scheme, or an unknown one.</exception>
    public LandmarkScheme GetScheme() => LandmarkScheme.Find(Scheme ?? "")
        ?? throw new ModelException($"{Name}: landmark scheme '{Scheme}' is unknown; known: {string.Join(", ", LandmarkScheme.All)}.");

    private void Validate(string path)
    {
        if (Path.GetFileName(File) != File || File.AsSpan().ContainsAny(Path.GetInvalidFileNameChars()))
            throw new ModelException($"{path}: 'file' must name a file beside the manifest, not '{File}'.");
        if (Input.Size is < 16 or > 4096 || Output.Size < 1 || Output.Size > Input.Size || Output.Channels < 1 || Input.Scale <= 0)
            throw new ModelException($"{path}: sizes, channels and scale must be positive and the output no larger than the input.");
        if (Crop is { } crop && !(crop.LandmarkFactor > 0 && crop.BoxFactor > 0 && float.IsFinite(crop.BoxCenterY)))
            throw new ModelException($"{path}: the crop's factors must be above 0.");
        if (ShutEyeShare is not (>= 0.1f and <= 0.9f))
            throw new ModelException($"{path}: 'shutEyeShare' is {ShutEyeShare}; it must be from 0.1 to 0.9.");
        if (Kind == ModelKind.Expression)
        {
            if (Movements is null || Movements.Count + (Gaze ? 2 : 0) != Output.Channels)
                throw new ModelException(
                    $"{path}: an expression model must name as many movements as it has outputs besides the gaze's two; it has " +
                    $"{Output.Channels}.");
            if (Movements.Distinct().Count() < Movements.Count)
                throw new ModelException($"{path}: a movement occurs twice.");
            return;
        }
        if (Input.Color is not ("RGB" or "BGR"))
            throw new ModelException($"{path}: color is '{Input.Color}'; it must be RGB or BGR.");
        if (Kind == ModelKind.Landmarks && Output.Size < SmallestHeatmap)
            throw new ModelException(
                $"{path}: heatmaps of {Output.Size} cells per side; at least {SmallestHeatmap} are needed to decode landmarks.");
        if (Kind == ModelKind.Landmarks && (Crop is null || Output.Channels < GetScheme().Count))
            throw new ModelException($"{path}: a landmark model needs a crop rule and at least {GetScheme().Count} output channels.");
    }
}

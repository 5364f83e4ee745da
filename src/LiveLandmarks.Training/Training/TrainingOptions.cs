using System.Text.Json;
using System.Text.Json.Serialization;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Losses;
using LiveLandmarks.Training.Network;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Training;

/// <summary>Everything that decides what a training makes of its data. Presets are such records in JSON; see
/// <see cref="TrainingPresets"/>.</summary>
public sealed record TrainingOptions
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        IgnoreReadOnlyProperties = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        WriteIndented = true,
    };

    /// <summary>Short name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, and where it comes from.</summary>
    public string Description { get; init; } = "";

    /// <summary>The landmark network's shape; the number of landmarks follows the data.</summary>
    public StackedHourglassOptions Network { get; init; } = new();

    /// <summary>The shape of a face detector to train instead of the landmark network; null for the latter.</summary>
    public FaceDetectorOptions? Detector { get; init; }

    /// <summary>The loss, summed over the network's stages.</summary>
    public LossOptions Loss { get; init; } = new();

    /// <summary>How much more marked cells count; null for all alike.</summary>
    public LossWeights? Weights { get; init; } = new();

    /// <summary>Learning from a teacher's heatmaps, too; null for none.</summary>
    public DistillationOptions? Distillation { get; init; }

    /// <summary>The optimizer.</summary>
    public OptimizationOptions Optimizer { get; init; } = new();

    /// <summary>How the learning rate changes.</summary>
    public required LearningRateSchedule Schedule { get; init; }

    /// <summary>How samples are disturbed.</summary>
    public Augmentation Augmentation { get; init; } = new();

    /// <summary>Over-samples rare poses; null leaves the data as they are.</summary>
    public PoseBalance? Balance { get; init; }

    /// <summary>How often a face is used in an epoch, by the subset that it belongs to, such as <c>manual</c>; null for once
    /// each.</summary>
    public IReadOnlyDictionary<string, int>? Copies { get; init; }

    /// <summary>Using prepared samples several times; null for once. Only for landmark networks.</summary>
    public ReuseOptions? Reuse { get; init; }

    /// <summary>In what numbers to compute.</summary>
    public ArithmeticPrecision Precision { get; init; }

    /// <summary>Pictures in a batch.</summary>
    public int BatchSize { get; init; } = 8;

    /// <summary>Length of the training in epochs; this or <see cref="Steps"/>.</summary>
    public int? Epochs { get; init; }

    /// <summary>Length of the training in steps; this or <see cref="Epochs"/>.</summary>
    public long? Steps { get; init; }

    /// <summary>What the initial weights and the data's augmentation are drawn from.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>
    /// Share of the past in the running average of the weights (Polyak averaging), 0 to below 1: 0.999 averages over about the last
    /// thousand steps, 0 keeps just the last weights.
    /// </summary>
    public double Averaging { get; init; }

    /// <summary>Reads options.</summary>
    /// <param name="json">JSON; member names in camel case, enumerations in kebab case.</param>
    /// <param name="source">Where it comes from, for messages.</param>
    /// <exception cref="TrainingException">It is no JSON, lacks a member, has one that is unknown, or a value out of range.</exception>
    public static TrainingOptions Parse(string json, string source)
    {
        try
        {
            var options = JsonSerializer.Deserialize<TrainingOptions>(json, Format) ?? throw new TrainingException($"{source}: empty.");
            options.Validate();
            return options;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException)
        {
            // Not supported is, among others, a schedule that does not say first of which kind it is.
            throw new TrainingException($"{source}: not training options: {e.Message}", e);
        }
    }

    /// <summary>Writes the options, such that <see cref="Parse"/> reads them.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format);

    /// <summary>Steps in which every picture is seen once; the last batch of an epoch is filled up.</summary>
    /// <param name="pictures">Number of training pictures.</param>
    public long StepsPerEpoch(long pictures) => Math.Max(1, (pictures + BatchSize - 1) / BatchSize);

    /// <summary>Steps of the whole training.</summary>
    /// <param name="pictures">Number of training pictures.</param>
    public long TotalSteps(long pictures) => Steps ?? Epochs!.Value * StepsPerEpoch(pictures);

    /// <summary>Makes the network with random weights, drawn from torch's global generator.</summary>
    public HeatmapNetwork CreateNetwork()
    {
        HeatmapNetwork network = Detector is null ? Network.Create() : new FaceDetectorNetwork(Detector);
        if (Precision == ArithmeticPrecision.BFloat16)
            network.TrainingPrecision = ScalarType.BFloat16;
        return network;
    }

    /// <summary>Throws unless every value is in its range.</summary>
    /// <exception cref="ArgumentException">One is not; says which.</exception>
    public void Validate()
    {
        Network.Validate();
        Detector?.Validate();
        Reuse?.Validate();
        if (Reuse is not null && Detector is not null)
            throw new ArgumentException("A face detector's samples are used once: leave \"reuse\" out.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(BatchSize);
        ArgumentOutOfRangeException.ThrowIfNegative(Averaging);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Averaging, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Optimizer.LearningRate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Distillation?.Weight ?? 1, nameof(Distillation));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Augmentation.CoveredHeight);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Augmentation.CoveredHeight, 1);
        foreach (var copies in Copies?.Values ?? [])
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(copies, nameof(Copies));
        if (Epochs is null == Steps is null)
            throw new ArgumentException("The training's length must be given either in epochs or in steps.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Epochs ?? Steps!.Value, Epochs is null ? nameof(Steps) : nameof(Epochs));
    }
}

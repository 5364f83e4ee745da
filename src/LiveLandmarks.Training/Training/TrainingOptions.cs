using System.Text.Json.Serialization;
using System.Text.Json;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Losses;
using LiveLandmarks.Training.Network;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Training;

/// <summary>All options that determine the result of a training on given data. Presets are such records in JSON; see
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

    /// <summary>What the options are for, and where they come from.</summary>
    public string Description { get; init; } = "";

    /// <summary>The landmark network's shape; the number of landmarks follows the data.</summary>
    public StackedHourglassOptions Network { get; init; } = new();

    /// <summary>The shape of a face detector to train instead of the landmark network; null to train the landmark network.</summary>
    public FaceDetectorOptions? Detector { get; init; }

    /// <summary>The loss, summed over the network's stages.</summary>
    public LossOptions Loss { get; init; } = new();

    /// <summary>How much more marked cells count; null to weight all cells equally.</summary>
    public LossWeights? Weights { get; init; } = new();

    /// <summary>Learning from a teacher's heatmaps; null for none.</summary>
    public DistillationOptions? Distillation { get; init; }

    /// <summary>The optimizer.</summary>
    public OptimizationOptions Optimizer { get; init; } = new();

    /// <summary>How the learning rate changes.</summary>
    public required LearningRateSchedule Schedule { get; init; }

    /// <summary>The random changes of samples.</summary>
    public Augmentation Augmentation { get; init; } = new();

    /// <summary>Over-samples rare poses; null leaves the data as they are.</summary>
    public PoseBalance? Balance { get; init; }

    /// <summary>How often the faces of a subset, such as <c>manual</c>, are used in an epoch; null to use every face once.</summary>
    public IReadOnlyDictionary<string, int>? Copies { get; init; }

    /// <summary>Use of prepared samples several times; null for once. Only for landmark networks.</summary>
    public ReuseOptions? Reuse { get; init; }

    /// <summary>The number format to compute in.</summary>
    public ArithmeticPrecision Precision { get; init; }

    /// <summary>Pictures in a batch.</summary>
    public int BatchSize { get; init; } = 8;

    /// <summary>Length of the training in epochs; either this or <see cref="Steps"/> is set.</summary>
    public int? Epochs { get; init; }

    /// <summary>Length of the training in steps; either this or <see cref="Epochs"/> is set.</summary>
    public long? Steps { get; init; }

    /// <summary>Seed of the initial weights and of the data's augmentation.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>
    /// Share of the past in the running average of the weights (Polyak averaging), 0 to below 1: 0.999 averages over about the last
    /// thousand steps; 0 uses only the latest weights.
    /// </summary>
    public double Averaging { get; init; }

    /// <summary>Reads options.</summary>
    /// <param name="json">JSON; member names in camel case, enumerations in kebab case.</param>
    /// <param name="source">Where it comes from, for messages.</param>
    /// <exception cref="TrainingException">The text is not JSON, lacks a member, has an unknown member or a value out of range.</exception>
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
            // NotSupportedException: for example, a schedule whose first member is not its kind.
            throw new TrainingException($"{source}: not training options: {e.Message}", e);
        }
    }

    /// <summary>Writes the options in the form that <see cref="Parse"/> reads.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format);

    /// <summary>Steps in which every picture is seen once; a partial last batch counts as a step.</summary>
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
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
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

/// <summary>The number format that a training computes in.</summary>
public enum ArithmeticPrecision
{
    /// <summary>32-bit floats throughout.</summary>
    Full,

    /// <summary>
    /// Maps in bfloat16, weights and loss in 32 bits: about twice as fast on processors with AVX-512 BF16 or AMX, slower on older ones.
    /// </summary>
    [JsonStringEnumMemberName("bfloat16")]
    BFloat16,
}

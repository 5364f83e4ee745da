namespace LiveLandmarks.Training.Training;

/// <summary>
/// Uses prepared samples several times, augmented again on the device where the network learns: for devices that learn faster than samples
/// are prepared, such as a GPU. Amounts are maxima; the values are drawn uniformly up to them, in addition to
/// <see cref="TrainingOptions.Augmentation"/>.
/// </summary>
public sealed record ReuseOptions
{
    /// <summary>Steps per prepared batch, at least 2: the pool gets one new batch in this number of steps.</summary>
    public int Times { get; init; } = 4;

    /// <summary>Batches in the pool; a new batch replaces the oldest. A 256×256 sample takes 0.2 MB on the device.</summary>
    public int Batches { get; init; } = 64;

    /// <summary>Batches prepared before the first step.</summary>
    public int FirstBatches { get; init; } = 16;

    /// <summary>Roll in degrees either way.</summary>
    public float Rotation { get; init; } = 12;

    /// <summary>Share by which the face grows or shrinks.</summary>
    public float Scale { get; init; } = 0.1f;

    /// <summary>Shift along each axis, as a share of the crop's side.</summary>
    public float Translation { get; init; } = 0.05f;

    /// <summary>Probability of a mirrored sample, left and right landmarks exchanged.</summary>
    public float MirrorChance { get; init; } = 0.5f;

    /// <summary>Share by which each color channel grows or shrinks.</summary>
    public float Gain { get; init; } = 0.15f;

    /// <summary>Share by which the distance from the middle gray grows or shrinks.</summary>
    public float Contrast { get; init; } = 0.2f;

    /// <summary>Standard deviation of Gaussian noise, as a share of white.</summary>
    public float Noise { get; init; } = 0.03f;

    /// <summary>Probability of a covering rectangle of one color, with sides up to 0.4 of the crop's.</summary>
    public float OcclusionChance { get; init; } = 0.2f;

    /// <summary>Throws unless every value is in its range.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Times, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Batches);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(FirstBatches);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(FirstBatches, Batches);
        InShare(Scale, nameof(Scale));
        InShare(Translation, nameof(Translation));
        InShare(MirrorChance, nameof(MirrorChance));
        InShare(Gain, nameof(Gain));
        InShare(Contrast, nameof(Contrast));
        InShare(Noise, nameof(Noise));
        InShare(OcclusionChance, nameof(OcclusionChance));
        if (!(Rotation is >= 0 and <= 180))
            throw new ArgumentOutOfRangeException(nameof(Rotation), Rotation, "An angle from 0 to 180 degrees is expected.");
    }

    private static void InShare(float value, string name)
    {
        if (!(value is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(name, value, "A share from 0 to 1 is expected.");
    }
}

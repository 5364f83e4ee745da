namespace LiveLandmarks.Training.Data;

/// <summary>
/// The random numbers of one sample: they depend on seed, sample and purpose alone, not on earlier draws or the thread. SplitMix64 (Steele,
/// Lea and Flood, OOPSLA 2014).
/// </summary>
internal sealed class SampleRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong state;

    /// <summary>Starts a sequence.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="sample">Number of the sample since the start of the run.</param>
    /// <param name="purpose">Separates sequences, so that the draws of one part never affect those of another.</param>
    public SampleRandom(long seed, long sample, int purpose = 0) =>
        state = Mix(Mix(Mix((ulong)seed + Golden) ^ (ulong)sample * Golden) + (ulong)purpose * 0xD1342543DE82EF95);

    /// <summary>64 random bits.</summary>
    public ulong Next() => Mix(state += Golden);

    /// <summary>A whole number from 0 and below a limit.</summary>
    public int Below(int limit) => (int)((UInt128)Next() * (ulong)limit >> 64);

    /// <summary>A number from 0 and below 1.</summary>
    public float Share() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>A number between two others.</summary>
    public float Between(float low, float high) => low + (high - low) * Share();

    /// <summary>A number from minus to plus an amount.</summary>
    public float Around(float amount) => Between(-amount, amount);

    /// <summary>Whether an event of the given probability happens.</summary>
    public bool Happens(float chance) => Share() < chance;

    /// <summary>A number of the standard normal distribution (Box and Muller).</summary>
    public float Normal() => MathF.Sqrt(-2 * MathF.Log(1 - Share())) * MathF.Cos(2 * MathF.PI * Share());

    private static ulong Mix(ulong z)
    {
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }
}

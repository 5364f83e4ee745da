namespace LiveLandmarks.Training.Data;

/// <summary>Gaussian noise from a table: drawing every number would take longer than all other work on a sample.</summary>
internal static class SensorNoise
{
    private const int Length = 1 << 16;

    private static readonly float[] Table = MakeTable();

    /// <summary>Adds noise to a row.</summary>
    /// <param name="row">Values; at most 65,535.</param>
    /// <param name="scale">Standard deviation.</param>
    /// <param name="random">Chooses the noise.</param>
    public static void Add(Span<float> row, float scale, SampleRandom random)
    {
        var from = random.Below(Length - row.Length);
        for (var u = 0; u < row.Length; u++)
            row[u] += scale * Table[from + u];
    }

    private static float[] MakeTable()
    {
        var random = new SampleRandom(1, 0);
        var noise = new float[Length];
        for (var i = 0; i < noise.Length; i++)
            noise[i] = random.Normal();
        return noise;
    }
}

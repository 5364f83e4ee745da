using System.Globalization;

namespace LiveLandmarks.Training.Export;

/// <summary>Checks, before a model is written, that it computes the same as the trained network.</summary>
public sealed record ExportCheck
{
    // 16-bit arithmetic differs by 4e-4 to 2e-3 of the range.
    private const double HalfPrecisionTolerance = 1e-2;

    /// <summary>Largest difference accepted, as a share of the reference's range (largest minus smallest value).</summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>Number of random inputs.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>Seed of the random inputs, which are uniform in 0..1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The check that suits a number format.</summary>
    public static ExportCheck For(ModelPrecision precision) =>
        precision == ModelPrecision.Full ? new ExportCheck() : new ExportCheck { Tolerance = HalfPrecisionTolerance };

    /// <summary>Compares the exported model with the network it was made from.</summary>
    /// <param name="name">The model's name for messages.</param>
    /// <param name="exported">Runs the exported model.</param>
    /// <param name="network">Runs the network in evaluation mode.</param>
    /// <param name="inputLength">Number of elements of an input.</param>
    /// <returns>The largest difference found, as a share of the range.</returns>
    /// <exception cref="ModelException">The outputs differ by more than the tolerance, or in the number of values.</exception>
    public double Run(string name, Func<float[], float[]> exported, Func<float[], float[]> network, int inputLength)
    {
        var random = new Random(Seed);
        var worst = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var input = new float[inputLength];
            for (var i = 0; i < inputLength; i++)
                input[i] = random.NextSingle();

            var expected = network(input);
            var actual = exported(input);
            if (expected.Length != actual.Length)
                throw new ModelException(
                    $"{name}: the exported model gives {actual.Length} values, the network {expected.Length}; it is not written.");
            var difference = Difference(expected, actual);
            // Written so that a NaN difference fails.
            if (!(difference <= Tolerance))
            {
                throw new ModelException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: the exported model differs from the network by {difference:g3} of its range, more than {Tolerance:g3}; it " +
                        $"is not written."));
            }
            worst = Math.Max(worst, difference);
        }
        return worst;
    }

    private static double Difference(float[] expected, float[] actual)
    {
        var largest = 0.0;
        for (var i = 0; i < expected.Length; i++)
        {
            var difference = Math.Abs((double)expected[i] - actual[i]);
            if (!double.IsFinite(difference))
                return double.NaN;
            largest = Math.Max(largest, difference);
        }
        var range = (double)expected.Max() - expected.Min();
        return largest / (range > 0 ? range : 1);
    }
}

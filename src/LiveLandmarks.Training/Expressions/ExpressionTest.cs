namespace LiveLandmarks.Training.Expressions;

/// <summary>How well a network tells one movement, on people who were not trained on.</summary>
/// <param name="Movement">The movement.</param>
/// <param name="Correlation">Pearson's correlation with the truth, −1 to 1.</param>
/// <param name="Error">Mean absolute error, 0 to 1.</param>
/// <param name="OnNeutral">Strength that 95 % of the neutral faces do not exceed, 0 to 1.</param>
internal sealed record ExpressionTest(Blendshape Movement, double Correlation, double Error, double OnNeutral)
{
    private const double Quantile = 0.95;

    /// <summary>Measures a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="faces">Random people with random expressions.</param>
    /// <param name="neutral">Random people with neutral faces.</param>
    public static IReadOnlyList<ExpressionTest> Run(ExpressionNetwork network, ExpressionSamples faces, ExpressionSamples neutral)
    {
        var (found, resting) = (ExpressionTrainer.Apply(network, faces), ExpressionTrainer.Apply(network, neutral));
        return [.. RandomFaces.Movements.Select((movement, i) => Of(
            movement, Column(found, i), Column(faces.Strengths, i), Column(resting, i)))];
    }

    private static ExpressionTest Of(Blendshape movement, double[] found, double[] truth, double[] resting)
    {
        var (foundMean, truthMean) = (found.Average(), truth.Average());
        double product = 0, foundSquare = 0, truthSquare = 0, error = 0;
        for (var i = 0; i < found.Length; i++)
        {
            var (a, b) = (found[i] - foundMean, truth[i] - truthMean);
            (product, foundSquare, truthSquare) = (product + a * b, foundSquare + a * a, truthSquare + b * b);
            error += Math.Abs(found[i] - truth[i]) / found.Length;
        }
        Array.Sort(resting);
        // A network that never reports the movement tells nothing about it.
        var correlation = foundSquare > 0 && truthSquare > 0 ? product / Math.Sqrt(foundSquare * truthSquare) : 0;
        return new ExpressionTest(movement, correlation, error, resting[(int)(Quantile * (resting.Length - 1))]);
    }

    private static double[] Column(float[] table, int column)
    {
        var width = RandomFaces.Movements.Count;
        return [.. Enumerable.Range(0, table.Length / width).Select(row => (double)table[row * width + column])];
    }
}

using LiveLandmarks.Expression;
using LiveLandmarks.Training.Data;

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
        var (found, resting) = (ExpressionTrainer.Strengths(network, faces), ExpressionTrainer.Strengths(network, neutral));
        return [.. RandomFaces.Movements.Select((movement, i) => Of(
            movement, [.. Column(found, i).Zip(Column(faces.Strengths, i))], Column(resting, i)))];
    }

    /// <summary>The mean angle between the gaze that a network finds and the true one, in degrees.</summary>
    /// <param name="network">The network.</param>
    /// <param name="eyes">Eyes of random people.</param>
    public static double GazeError(ExpressionNetwork network, ExpressionSamples eyes)
    {
        var found = ExpressionTrainer.Apply(network, eyes);
        return Enumerable.Range(0, eyes.Count).Average(i => Direction(found, i).AngleTo(Direction(eyes.Strengths, i)));

        static GazeDirection Direction(float[] gazes, int i) => GazeDirection.FromAngles(
            ExpressionFeatures.Degrees * gazes[2 * i], ExpressionFeatures.Degrees * gazes[2 * i + 1]);
    }

    /// <summary>Measures what the library finds of lids and pupils: blinks, looks and the gaze. Eyes that it cannot see do not
    /// count.</summary>
    /// <param name="people">Random people.</param>
    /// <param name="network">Finds the gaze; null for geometry alone.</param>
    /// <param name="count">Number of faces, and of neutral ones.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="cancel">Stops the measurement.</param>
    /// <returns>The movements, and the mean error of a gaze in degrees.</returns>
    public static (IReadOnlyList<ExpressionTest> Movements, double Gaze) OfEyes(
        RandomFaces people, BlendshapeNetwork? network, int count, long seed, CancellationToken cancel)
    {
        var movements = RandomFaces.EyeMovements;
        var (moving, resting) = (Read(seed, neutral: false), Read(seed - 1, neutral: true));
        return ([.. movements.Select((movement, i) => Of(
            movement,
            [.. moving.Where(face => face.Found?[movement] is not null)
                .Select(face => ((double)face.Found![movement]!, (double)face.Truth[i]))],
            [.. resting.Select(face => face.Found?[movement]).OfType<float>().Select(value => (double)value)]))],
            moving.Average(face => face.Error) ?? double.NaN);

        (Blendshapes? Found, float? Error, float[] Truth)[] Read(long from, bool neutral) => [.. Enumerable.Range(0, count).Select(i =>
        {
            cancel.ThrowIfCancellationRequested();
            var truth = new float[movements.Count];
            var (found, error) = people.ReadEyes(new SampleRandom(from, i), network, truth, neutral);
            return (found, error, truth);
        })];
    }

    private static ExpressionTest Of(Blendshape movement, (double Found, double Truth)[] faces, double[] resting)
    {
        var (foundMean, truthMean) = (faces.Average(face => face.Found), faces.Average(face => face.Truth));
        double product = 0, foundSquare = 0, truthSquare = 0;
        foreach (var (found, truth) in faces)
        {
            var (a, b) = (found - foundMean, truth - truthMean);
            (product, foundSquare, truthSquare) = (product + a * b, foundSquare + a * a, truthSquare + b * b);
        }
        Array.Sort(resting);
        // A network that never reports the movement tells nothing about it.
        var correlation = foundSquare > 0 && truthSquare > 0 ? product / Math.Sqrt(foundSquare * truthSquare) : 0;
        return new ExpressionTest(
            movement, correlation, faces.Average(face => Math.Abs(face.Found - face.Truth)),
            resting[(int)(Quantile * (resting.Length - 1))]);
    }

    private static double[] Column(float[] table, int column)
    {
        var width = RandomFaces.Movements.Count;
        return [.. Enumerable.Range(0, table.Length / width).Select(row => (double)table[row * width + column])];
    }
}

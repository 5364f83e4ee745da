using LiveLandmarks.Expression;
using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Expressions;

/// <summary>Random faces in memory.</summary>
/// <param name="Features">What the network sees: <see cref="ExpressionFeatures.Count"/> values for each face.</param>
/// <param name="Strengths">The truth: one value for each face and each of <see cref="RandomFaces.Movements"/>.</param>
/// <param name="Count">Number of faces.</param>
internal sealed record ExpressionSamples(float[] Features, float[] Strengths, int Count)
{
    /// <summary>Draws faces on all cores; the same faces for the same seed.</summary>
    /// <param name="faces">Draws each.</param>
    /// <param name="count">Number of faces.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="neutral">Whether all are neutral.</param>
    /// <param name="cancel">Stops drawing.</param>
    public static ExpressionSamples Draw(RandomFaces faces, int count, long seed, bool neutral, CancellationToken cancel)
    {
        var movements = RandomFaces.Movements.Count;
        var (features, strengths) = (new float[count * ExpressionFeatures.Count], new float[count * movements]);
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancel }, i => faces.Draw(
            new SampleRandom(seed, i),
            features.AsSpan(i * ExpressionFeatures.Count, ExpressionFeatures.Count),
            strengths.AsSpan(i * movements, movements),
            neutral));
        return new ExpressionSamples(features, strengths, count);
    }
}

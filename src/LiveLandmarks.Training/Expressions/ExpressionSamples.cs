using LiveLandmarks.Expression;
using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Expressions;

/// <summary>Random faces in memory.</summary>
/// <param name="Features">What the network sees: the same number of values for each face.</param>
/// <param name="Strengths">The truth: one value for each face and each of <see cref="RandomFaces.Movements"/>; or the two of the
/// gaze.</param>
/// <param name="Count">Number of faces.</param>
internal sealed record ExpressionSamples(float[] Features, float[] Strengths, int Count)
{
    /// <summary>Number of values that the network sees of a face.</summary>
    public int Inputs => Features.Length / Count;

    /// <summary>Number of values that it is to find.</summary>
    public int Outputs => Strengths.Length / Count;

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

    /// <summary>Draws right eyes that look somewhere, on all cores; the same for the same seed.</summary>
    /// <param name="faces">Draws each.</param>
    /// <param name="count">Number of eyes.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="cancel">Stops drawing.</param>
    public static ExpressionSamples DrawGazes(RandomFaces faces, int count, long seed, CancellationToken cancel)
    {
        var (features, gazes) = (new float[count * ExpressionFeatures.CountWithPupil], new float[2 * count]);
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancel }, i => faces.DrawGaze(
            new SampleRandom(seed, i), features.AsSpan(i * ExpressionFeatures.CountWithPupil, ExpressionFeatures.CountWithPupil),
            gazes.AsSpan(2 * i, 2)));
        return new ExpressionSamples(features, gazes, count);
    }
}

namespace LiveLandmarks.Evaluation;

/// <summary>
/// NME: the mean distance between found and true landmarks divided by a length of the true face, as a share (0.05 is 5 %). Landmarks that
/// are not annotated (confidence 0) do not count.
/// </summary>
public static class NormalizedMeanError
{
    /// <summary>The error of one face, divided by the distance of its outer eye corners (inter-ocular).</summary>
    /// <param name="found">The landmarks found.</param>
    /// <param name="truth">The annotated landmarks, the same number.</param>
    /// <exception cref="ArgumentException">The numbers of points differ.</exception>
    public static double InterOcular(FaceLandmarks found, FaceLandmarks truth) =>
        Of(found.Points.AsSpan(), truth.Points.AsSpan(), truth.InterOcularDistance);

    /// <summary>The error of one face, divided by a length, for example that of a scheme's <see cref="Normalizer"/>.</summary>
    /// <param name="found">The landmarks found.</param>
    /// <param name="truth">The annotated landmarks, the same number.</param>
    /// <param name="length">The length to divide by, in the unit of the landmarks.</param>
    /// <exception cref="ArgumentException">The numbers of points differ.</exception>
    public static double Of(ReadOnlySpan<Landmark> found, ReadOnlySpan<Landmark> truth, double length)
    {
        if (found.Length != truth.Length)
            throw new ArgumentException("Both faces must be of one landmark scheme.", nameof(found));
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < found.Length; i++)
        {
            if (truth[i].Confidence > 0)
                (sum, count) = (sum + found[i].DistanceTo(truth[i]), count + 1);
        }
        return sum / count / length;
    }
}

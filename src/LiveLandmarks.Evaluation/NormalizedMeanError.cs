namespace LiveLandmarks.Evaluation;

/// <summary>
/// NME: the mean distance between found and true landmarks over a length of the true face, as a share (0.05 is 5 %). Landmarks that the
/// truth has not (confidence 0) do not count.
/// </summary>
public static class NormalizedMeanError
{
    /// <summary>The error of one face over the distance of its outer eye corners (inter-ocular).</summary>
    /// <param name="found">Landmarks found.</param>
    /// <param name="truth">Landmarks annotated, as many.</param>
    /// <exception cref="ArgumentException">The numbers of points differ.</exception>
    public static double InterOcular(FaceLandmarks found, FaceLandmarks truth) => Of(found.Points, truth.Points, truth.InterOcularDistance);

    /// <summary>The error of one face over a length, such as <see cref="Normalizer"/> says for a scheme.</summary>
    /// <param name="found">Landmarks found.</param>
    /// <param name="truth">Landmarks annotated, as many.</param>
    /// <param name="length">What to divide by, in the unit of the landmarks.</param>
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

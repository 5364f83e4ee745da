namespace LiveLandmarks.Evaluation;

/// <summary>NME: the mean distance between found and true landmarks over the distance of the outer eye corners (inter-ocular).</summary>
public static class NormalizedMeanError
{
    /// <summary>The error of one face, as a share (0.05 is 5 %).</summary>
    /// <param name="found">Landmarks found.</param>
    /// <param name="truth">Landmarks annotated, as many.</param>
    /// <exception cref="ArgumentException">The numbers of points differ.</exception>
    public static double InterOcular(FaceLandmarks found, FaceLandmarks truth)
    {
        if (found.Points.Length != truth.Points.Length)
            throw new ArgumentException("Both faces must be of one landmark scheme.", nameof(found));
        var sum = 0.0;
        for (var i = 0; i < found.Points.Length; i++)
            sum += found.Points[i].DistanceTo(truth.Points[i]);
        return sum / found.Points.Length / truth.InterOcularDistance;
    }
}

namespace LiveLandmarks.Evaluation;

/// <summary>
/// The errors of a test set. A missed face has no error: it is excluded from mean and median, and counts as a failure in failure rate,
/// CED and AUC.
/// </summary>
public sealed class ErrorDistribution
{
    private readonly double[] sorted;

    /// <summary>Collects errors.</summary>
    /// <param name="errors">The NME of each face that was found.</param>
    /// <param name="missed">Number of faces that were not found.</param>
    /// <exception cref="ArgumentException">There are no faces.</exception>
    public ErrorDistribution(IEnumerable<double> errors, int missed = 0)
    {
        sorted = [.. errors.Order()];
        Missed = missed;
        if (Count == 0)
            throw new ArgumentException("An error distribution needs at least one face.", nameof(errors));
    }

    /// <summary>Number of faces, the missed ones included.</summary>
    public int Count => sorted.Length + Missed;

    /// <summary>Number of faces that were not found.</summary>
    public int Missed { get; }

    /// <summary>Mean over the faces found; NaN if all were missed.</summary>
    public double Mean => sorted.Length > 0 ? sorted.Average() : double.NaN;

    /// <summary>Median over the faces found; NaN if all were missed.</summary>
    public double Median => sorted.Length > 0 ? (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2 : double.NaN;

    /// <summary>Failure rate: the share of faces whose error is above a threshold.</summary>
    /// <param name="threshold">Such as 0.1.</param>
    public double FailureRate(double threshold) => 1 - sorted.Count(error => error <= threshold) / (double)Count;

    /// <summary>Area under the cumulative error curve (CED) up to a threshold, divided by the threshold; 1 is perfect.</summary>
    /// <param name="threshold">Such as 0.1.</param>
    public double AreaUnderCurve(double threshold) =>
        sorted.Where(error => error < threshold).Sum(error => threshold - error) / (threshold * Count);
}

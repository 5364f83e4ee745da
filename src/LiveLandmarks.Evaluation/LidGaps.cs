using LiveLandmarks.Expression;

namespace LiveLandmarks.Evaluation;

/// <summary>
/// Compares how far eyes are found open with how far they were marked open. The measure is the gap between the lids divided by the eye's
/// width, both as they appear in the picture. NME hides such errors: a shut eye found half open adds only a few hundredths to a face's
/// mean.
/// </summary>
public sealed class LidGaps
{
    // Gap divided by width. Between the two values an eye counts as neither shut nor open.
    private const double ShutBelow = 0.08;
    private const double OpenFrom = 0.2;

    private readonly List<(double Marked, double Found)> shut = [];
    private readonly List<(double Marked, double Found)> open = [];

    /// <summary>Number of eyes that were marked shut: a gap below 0.08 of the width.</summary>
    public int Shut => shut.Count;

    /// <summary>Number of eyes that were marked open: a gap of at least 0.2 of the width.</summary>
    public int Open => open.Count;

    /// <summary>Mean gap found for eyes that were marked shut; NaN if there are none.</summary>
    public double FoundShut => Mean(shut, gap => gap.Found);

    /// <summary>Mean gap marked for eyes that were marked shut; NaN if there are none.</summary>
    public double MarkedShut => Mean(shut, gap => gap.Marked);

    /// <summary>Mean gap found for eyes that were marked open; NaN if there are none.</summary>
    public double FoundOpen => Mean(open, gap => gap.Found);

    /// <summary>Mean gap marked for eyes that were marked open; NaN if there are none.</summary>
    public double MarkedOpen => Mean(open, gap => gap.Marked);

    /// <summary>
    /// How well the gap separates shut from open eyes across all people: the probability that the gap found for a shut eye is smaller than
    /// that for an open eye (area under the ROC curve), 0.5 to 1; NaN if there are no shut or no open eyes.
    /// </summary>
    public double AreaUnderRoc =>
        Mean(shut, closed => Mean(open, eye => closed.Found < eye.Found ? 1 : closed.Found > eye.Found ? 0 : 0.5));

    /// <summary>Adds the eyes of a face. Does nothing if the scheme does not trace the lids.</summary>
    /// <param name="found">The landmarks found.</param>
    /// <param name="truth">The annotated landmarks, of the same scheme.</param>
    public void Add(FaceLandmarks found, FaceLandmarks truth)
    {
        if (FaceApertures.Of(truth.Scheme) is not { } apertures)
            return;
        foreach (var eye in new[] { apertures.RightEye, apertures.LeftEye })
        {
            double marked = eye.AspectInPicture(truth.Points.AsSpan());
            if (marked < ShutBelow)
                shut.Add((marked, eye.AspectInPicture(found.Points.AsSpan())));
            else if (marked >= OpenFrom)
                open.Add((marked, eye.AspectInPicture(found.Points.AsSpan())));
        }
    }

    private static double Mean(List<(double Marked, double Found)> eyes, Func<(double Marked, double Found), double> of) =>
        eyes.Count > 0 ? eyes.Average(of) : double.NaN;
}

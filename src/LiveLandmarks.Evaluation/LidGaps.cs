using LiveLandmarks.Expression;

namespace LiveLandmarks.Evaluation;

/// <summary>
/// How far eyes are found open beside how far people marked them: the gap between the lids over the eye's width, both as they appear in the
/// picture. NME hides it: a shut eye that is found half open adds a few hundredths to a face's mean.
/// </summary>
public sealed class LidGaps
{
    // Gaps over widths; between the two an eye is neither.
    private const double ShutBelow = 0.08;
    private const double OpenFrom = 0.2;

    private readonly List<(double Marked, double Found)> shut = [];
    private readonly List<(double Marked, double Found)> open = [];

    /// <summary>Number of eyes that were marked shut: a gap below 0.08 of the width.</summary>
    public int Shut => shut.Count;

    /// <summary>Number of eyes that were marked open: a gap of at least 0.2 of the width.</summary>
    public int Open => open.Count;

    /// <summary>Mean gap found of eyes that were marked shut; NaN without any.</summary>
    public double FoundShut => Mean(shut, gap => gap.Found);

    /// <summary>Mean gap marked of eyes that were marked shut; NaN without any.</summary>
    public double MarkedShut => Mean(shut, gap => gap.Marked);

    /// <summary>Mean gap found of eyes that were marked open; NaN without any.</summary>
    public double FoundOpen => Mean(open, gap => gap.Found);

    /// <summary>Mean gap marked of eyes that were marked open; NaN without any.</summary>
    public double MarkedOpen => Mean(open, gap => gap.Marked);

    /// <summary>
    /// How well the gap tells shut from open eyes, whoever's they are: the probability that a shut one's is found smaller than an open
    /// one's (area under the ROC curve), 0.5 to 1; NaN where one kind is missing.
    /// </summary>
    public double AreaUnderRoc =>
        Mean(shut, closed => Mean(open, eye => closed.Found < eye.Found ? 1 : closed.Found > eye.Found ? 0 : 0.5));

    /// <summary>Adds the eyes of a face; nothing where the scheme traces no lids.</summary>
    /// <param name="found">Landmarks found.</param>
    /// <param name="truth">Landmarks annotated, of the same scheme.</param>
    public void Add(FaceLandmarks found, FaceLandmarks truth)
    {
        if (FaceApertures.Of(truth.Scheme) is not { } apertures)
            return;
        foreach (var eye in new[] { apertures.RightEye, apertures.LeftEye })
        {
            double marked = eye.AspectInPicture(truth.Points);
            if (marked < ShutBelow)
                shut.Add((marked, eye.AspectInPicture(found.Points)));
            else if (marked >= OpenFrom)
                open.Add((marked, eye.AspectInPicture(found.Points)));
        }
    }

    private static double Mean(List<(double Marked, double Found)> eyes, Func<(double Marked, double Found), double> of) =>
        eyes.Count > 0 ? eyes.Average(of) : double.NaN;
}

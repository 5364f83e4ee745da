using LiveLandmarks.Evaluation;

namespace LiveLandmarks.Cli.Conditions;

/// <summary>How well faces are found in one condition.</summary>
/// <param name="name">The condition's name.</param>
internal sealed class ConditionScore(string name)
{
    // Largest mean error, as a share of the distance of the outer eye corners, at which landmarks count as those of the face.
    private const double Right = 0.15;

    private int found, wrong, others;
    private double errors;

    /// <summary>The condition's name.</summary>
    public string Name => name;

    /// <summary>Number of pictures, with one annotated face each.</summary>
    public int Pictures { get; private set; }

    /// <summary>Share of the faces for which landmarks with a mean error under 15 % are reported.</summary>
    public double Found => (double)found / Pictures;

    /// <summary>Share of the faces for which landmarks are reported at the right place, but all with a larger error.</summary>
    public double Wrong => (double)wrong / Pictures;

    /// <summary>Mean error of the found faces; NaN if none is found.</summary>
    public double Error => errors / found;

    /// <summary>Faces reported beyond the first, per picture: other people, or false detections.</summary>
    public double Others => (double)others / Pictures;

    /// <summary>Adds the result of one picture.</summary>
    /// <param name="faces">The faces that were found.</param>
    /// <param name="truth">The annotated face.</param>
    public void Add(IReadOnlyList<FaceLandmarks> faces, FaceLandmarks truth)
    {
        Pictures++;
        others += Math.Max(0, faces.Count - 1);
        if (faces.Count == 0)
            return;
        var best = faces.Min(face => NormalizedMeanError.InterOcular(face, truth));
        if (best < Right)
        {
            found++;
            errors += best;
        }
        else if (faces.Any(face => IsAt(face, truth)))
        {
            wrong++;
        }
    }

    private static bool IsAt(FaceLandmarks face, FaceLandmarks truth)
    {
        var (x, y) = Middle(face);
        var (trueX, trueY) = Middle(truth);
        return MathF.Sqrt((x - trueX) * (x - trueX) + (y - trueY) * (y - trueY)) < truth.InterOcularDistance;
    }

    private static (float X, float Y) Middle(FaceLandmarks face) =>
        (face.Points.Average(point => point.X), face.Points.Average(point => point.Y));
}

using LiveLandmarks.Evaluation;

namespace LiveLandmarks.Cli.Conditions;

/// <summary>How the faces of one condition are found.</summary>
/// <param name="name">The condition.</param>
internal sealed class ConditionScore(string name)
{
    // Beyond this mean error, a share of the distance of the outer eye corners, landmarks are not the face's.
    private const double Right = 0.15;

    private int found, wrong, others;
    private double errors;

    /// <summary>The condition.</summary>
    public string Name => name;

    /// <summary>Pictures, with one annotated face each.</summary>
    public int Pictures { get; private set; }

    /// <summary>Share of the faces of which landmarks with a mean error under 15 % are reported.</summary>
    public double Found => (double)found / Pictures;

    /// <summary>Share of the faces at whose place landmarks are reported, but none that are right.</summary>
    public double Wrong => (double)wrong / Pictures;

    /// <summary>Mean error of those found; NaN where none is.</summary>
    public double Error => errors / found;

    /// <summary>Faces reported beside one, per picture: other people in it, or what is none.</summary>
    public double Others => (double)others / Pictures;

    /// <summary>Takes what was found in a picture.</summary>
    /// <param name="faces">What was found.</param>
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

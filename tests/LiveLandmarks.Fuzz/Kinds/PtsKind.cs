using LiveLandmarks.Evaluation;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>Annotation files of 300-W.</summary>
internal sealed class PtsKind() : InputKind("pts")
{
    private const int Points = 68;

    public override IReadOnlyList<Seed> Seeds() =>
        [Seed.Text(".pts", $"version: 1\nn_points: {Points}\n{{\n{string.Join('\n', Enumerable.Range(0, Points).Select(Line))}\n}}\n")];

    private static string Line(int point) => FormattableString.Invariant($"{10 + 3.25 * point} {200 - 1.5 * point}");

    public override void Try(string path)
    {
        var points = PtsFile.Read(path, Points);
        if (points.Length != Points || points.Any(point => !float.IsFinite(point.X) || !float.IsFinite(point.Y)))
            throw new WrongResultException("a wrong number of points, or points that are not finite");
    }
}

using System.Numerics;

namespace LiveLandmarks.Training.Data.Heads;

/// <summary>
/// The vertices that the 17 points of the jaw can be. People mark the visible outline, which moves over the cheek as a head turns away:
/// each point is the outermost vertex of a horizontal line from its place on the jaw towards the middle of the face (as for 300W-LP, Zhu et
/// al., CVPR 2016).
/// </summary>
internal sealed class JawLines
{
    /// <summary>Number of points of the jaw, the first ones of the 68.</summary>
    public const int Count = 17;

    private const int Chin = 8;

    // Centimeters that a vertex may lie above, below or behind a line's start; and the distance from the middle where the line ends, as a
    // share of its start's distance.
    private const float Height = 0.3f, Behind = 0.05f, Inner = 0.5f;

    private readonly int[][] lines;

    /// <summary>Finds the lines.</summary>
    /// <param name="model">The model.</param>
    public JawLines(FaceModel model)
    {
        var face = model.Part("face");
        lines = [.. Enumerable.Range(0, Count).Select(i => Line(model, face, i))];
    }

    /// <summary>The vertices that a point can be; the one in a view from the front comes first.</summary>
    public IReadOnlyList<int> Of(int point) => lines[point];

    /// <summary>The vertex of a point of the jaw in a view.</summary>
    /// <param name="point">Number of the point, 0 to 16.</param>
    /// <param name="view">The view of the head.</param>
    /// <param name="place">Returns the position of a vertex, in the model's axes.</param>
    public int Seen(int point, HeadView view, Func<int, Vector3> place)
    {
        var (right, up, _) = view.Axes;

        // Across the head in the picture, perpendicular to its up axis there.
        var outward = (up.Y * right - right.Y * up) * (point < Chin ? -1 : 1);
        var (best, farthest) = (lines[point][0], float.NegativeInfinity);
        foreach (var vertex in lines[point])
        {
            var reach = Vector3.Dot(outward, place(vertex));
            if (reach > farthest)
                (best, farthest) = (vertex, reach);
        }
        return best;
    }

    private static int[] Line(FaceModel model, Range face, int point)
    {
        var start = model.Ibug68[point];
        if (point == Chin)
            return [start];
        var from = model.NeutralAt(start);
        List<int> line = [start];
        for (var vertex = face.Start.Value; vertex < face.End.Value; vertex++)
        {
            var at = model.NeutralAt(vertex);
            var share = at.X / from.X;
            if (vertex != start && MathF.Abs(at.Y - from.Y) < Height && at.Z > from.Z - Behind && share is > Inner and < 1.05f)
                line.Add(vertex);
        }
        return [.. line];
    }
}

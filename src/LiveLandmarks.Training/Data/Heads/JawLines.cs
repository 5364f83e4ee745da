using System.Numerics;

namespace LiveLandmarks.Training.Data.Heads;

/// <summary>
/// Which vertices the 17 points of the jaw can be. People mark the outline that they see, and that wanders over the cheek as a head turns
/// away: each point is the outermost vertex of a level line from its place on the jaw towards the middle of the face (as for 300W-LP, Zhu
/// et al., CVPR 2016).
/// </summary>
internal sealed class JawLines
{
    /// <summary>Points of the jaw, the first ones of the 68.</summary>
    public const int Count = 17;

    private const int Chin = 8;

    // Centimeters that a vertex may lie above, below or behind a line's start; and how near to the middle the line ends, as a share of its
    // start's distance from there.
    private const float Height = 0.3f, Behind = 0.05f, Inner = 0.5f;

    private readonly int[][] lines;

    /// <summary>Finds the lines.</summary>
    /// <param name="model">The model.</param>
    public JawLines(FaceModel model)
    {
        var face = model.Part("face");
        lines = [.. Enumerable.Range(0, Count).Select(i => Line(model, face, i))];
    }

    /// <summary>The vertices that a point can be; its place in a view from the front first.</summary>
    public IReadOnlyList<int> Of(int point) => lines[point];

    /// <summary>The vertex that is a point of the jaw in a view.</summary>
    /// <param name="point">Which point, 0 to 16.</param>
    /// <param name="view">How the head is seen.</param>
    /// <param name="place">Where a vertex is, in the model's axes.</param>
    public int Seen(int point, HeadView view, Func<int, Vector3> place)
    {
        var (right, up, _) = view.Axes;

        // Across the head as it is seen: at a right angle to its up axis in the picture.
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

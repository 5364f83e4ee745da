using System.Numerics;
using LiveLandmarks.Training.Data.Heads;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>The parts of a head that are drawn, and what painting needs to know about them. Thread-safe.</summary>
internal sealed class HeadSurface
{
    private const float CellSize = 0.1f, MirrorDistance = 0.1f;

    private static readonly string[] EyeParts =
        ["eye_socket_left", "eye_socket_right", "eyeball_left", "eyeball_right", "lacrimal_left", "lacrimal_right"];
    private static readonly string[] MouthParts = ["mouth_socket", "gums_and_tongue", "teeth"];

    /// <summary>Sorts the model's triangles.</summary>
    /// <param name="model">The model.</param>
    public HeadSurface(FaceModel model)
    {
        Model = model;
        SkinVertices = model.Part("head_and_neck").End.Value;
        Skin = Within(model, 0..SkinVertices);
        Neighbors = new VertexNeighbors(Skin, SkinVertices);
        Eyes = [.. EyeParts.SelectMany(name => Within(model, model.Part(name)))];
        Mouth = [.. MouthParts.SelectMany(name => Within(model, model.Part(name)))];
        MouthVertices = [.. Mouth.Distinct()];
        Teeth = model.Part("teeth");
        Mirrored = Partners(model, SkinVertices);
        Center = MiddleOf(model);
        Jaw = new JawLines(model);
    }

    /// <summary>The model.</summary>
    public FaceModel Model { get; }

    /// <summary>Corners of the triangles of face, head and neck.</summary>
    public int[] Skin { get; }

    /// <summary>The vertices of the skin that share a triangle.</summary>
    public VertexNeighbors Neighbors { get; }

    /// <summary>Number of vertices of the skin, the first ones of the model.</summary>
    public int SkinVertices { get; }

    /// <summary>Corners of the triangles of the eyeballs and their surroundings.</summary>
    public int[] Eyes { get; }

    /// <summary>Corners of the triangles inside the mouth.</summary>
    public int[] Mouth { get; }

    /// <summary>Vertices of the triangles inside the mouth.</summary>
    public int[] MouthVertices { get; }

    /// <summary>Vertices of the teeth.</summary>
    public Range Teeth { get; }

    /// <summary>For each vertex, its counterpart on the other side of the face; the vertex itself if there is none.</summary>
    public int[] Mirrored { get; }

    /// <summary>The center of the head without the neck.</summary>
    public Vector3 Center { get; }

    /// <summary>The lines on which the jaw's outline lies.</summary>
    public JawLines Jaw { get; }

    private static int[] Within(FaceModel model, Range part)
    {
        var (first, end) = (part.Start.Value, part.End.Value);
        var all = model.Triangles;
        List<int> corners = [];
        for (var i = 0; i < all.Length; i += 3)
        {
            if (Inside(all[i]) && Inside(all[i + 1]) && Inside(all[i + 2]))
                corners.AddRange(all.Slice(i, 3));
        }
        return [.. corners];

        bool Inside(int vertex) => vertex >= first && vertex < end;
    }

    private static int[] Partners(FaceModel model, int skin)
    {
        var cells = Enumerable.Range(0, model.VertexCount).ToLookup(vertex => Cell(model.NeutralAt(vertex), 0, 0, 0));
        var partners = new int[model.VertexCount];
        for (var vertex = 0; vertex < partners.Length; vertex++)
        {
            var at = model.NeutralAt(vertex) * new Vector3(-1, 1, 1);
            var (best, nearest) = (vertex, MirrorDistance);
            for (var i = 0; i < 27; i++)
            {
                foreach (var other in cells[Cell(at, i % 3 - 1, i / 3 % 3 - 1, i / 9 - 1)])
                {
                    var distance = Vector3.Distance(at, model.NeutralAt(other));
                    if (distance < nearest && (other < skin) == (vertex < skin))
                        (best, nearest) = (other, distance);
                }
            }
            partners[vertex] = best;
        }
        return partners;
    }

    private static (int X, int Y, int Z) Cell(Vector3 at, int dx, int dy, int dz) =>
        ((int)MathF.Floor(at.X / CellSize) + dx, (int)MathF.Floor(at.Y / CellSize) + dy, (int)MathF.Floor(at.Z / CellSize) + dz);

    private static Vector3 MiddleOf(FaceModel model)
    {
        var chin = model.NeutralAt(model.Ibug68[8]).Y;
        var (least, most) = (new Vector3(float.MaxValue), new Vector3(float.MinValue));
        for (var vertex = 0; vertex < model.Part("head_and_neck").End.Value; vertex++)
        {
            var at = model.NeutralAt(vertex);
            if (at.Y > chin)
                (least, most) = (Vector3.Min(least, at), Vector3.Max(most, at));
        }
        return (least + most) / 2;
    }
}

using System.Numerics.Tensors;
using LiveLandmarks.Training.Data.Heads;

namespace LiveLandmarks.Training.Data.Meshes;

/// <summary>
/// A map from the 478 points of MediaPipe's mesh to the 68 of iBUG, learned from faces with both. Each landmark is a point of the mesh
/// plus, for eyes and lips, an offset, and for jaw, brows and nose, whose conventions differ, a linear function of the mesh points around
/// it. The frame is set by the outer eye corners. Eyes and lips move most, so what neutral faces teach of them must hold for all
/// expressions.
/// </summary>
internal sealed class MeshMap
{
    private const int Landmarks = 68, Near = 16, RightCorner = 33, LeftCorner = 263;

    // The first landmark of eyes and lips.
    private const int FirstMoving = 36;

    // In units of the distance between the outer eye corners: what the map may leave, and the prior of its constants. The factors have no
    // unit.
    private const float Error = 0.02f, ConstantPrior = 0.1f, FactorPrior = 0.1f;

    /// <summary>The point of the mesh nearest to each landmark, a map in common use.</summary>
    public static readonly int[] Nearest =
    [
        162, 234, 93, 58, 172, 136, 149, 148, 152, 377, 378, 365, 397, 288, 323, 454, 389,
        71, 63, 105, 66, 107, 336, 296, 334, 293, 301,
        168, 197, 5, 4, 75, 97, 2, 326, 305,
        33, 160, 158, 133, 153, 144, 362, 385, 387, 263, 373, 380,
        61, 39, 37, 0, 267, 269, 291, 405, 314, 17, 84, 181,
        78, 82, 13, 312, 308, 317, 14, 87,
    ];

    private readonly int[][] around;
    private readonly (float[] X, float[] Y)[] functions;

    private MeshMap(int[][] around, (float[] X, float[] Y)[] functions) => (this.around, this.functions) = (around, functions);

    /// <summary>Learns the map.</summary>
    /// <param name="faces">Faces with both: 478 points of the mesh and 68 landmarks, image pixels.</param>
    /// <exception cref="InputException">There are too few faces.</exception>
    public static MeshMap Fit(IReadOnlyList<(Landmark[] Mesh, Landmark[] Points)> faces)
    {
        if (faces.Count < Near)
            throw new InputException($"The map needs at least {Near} faces with both kinds of points; there are {faces.Count}.");
        (Landmark[] Mesh, Landmark[] Points)[] level = [.. faces.Select(face => (ToFrame(face.Mesh, face.Mesh), ToFrame(face.Mesh,
            face.Points)))];
        var mean = Mean(level);
        int[][] around = [.. Nearest.Select((nearest, i) => i < FirstMoving ? Neighbors(mean, nearest) : [])];
        return new MeshMap(
            around, [.. Enumerable.Range(0, Landmarks).Select(i => (Solve(level, i, around[i], across: false), Solve(level, i, around[i],
                across: true)))]);
    }

    /// <summary>The mean distance between mapped and given landmarks in parts of the faces, each mapped by what the other parts
    /// teach.</summary>
    /// <param name="faces">Faces with both.</param>
    /// <param name="parts">Number of parts.</param>
    /// <returns>A share of the distance between the outer eye corners.</returns>
    public static double CrossValidate(IReadOnlyList<(Landmark[] Mesh, Landmark[] Points)> faces, int parts)
    {
        var errors = new List<double>();
        for (var part = 0; part < parts; part++)
        {
            var map = Fit([.. faces.Where((_, i) => i % parts != part)]);
            errors.AddRange(faces.Where((_, i) => i % parts == part).Select(face =>
                map.Apply(face.Mesh).Zip(face.Points, (a, b) => (double)a.DistanceTo(b)).Average() / face.Mesh[RightCorner].DistanceTo(
                    face.Mesh[LeftCorner])));
        }
        return errors.Average();
    }

    /// <summary>Maps a face.</summary>
    /// <param name="mesh">478 points, image pixels.</param>
    /// <returns>68 landmarks, image pixels.</returns>
    public Landmark[] Apply(Landmark[] mesh)
    {
        var level = ToFrame(mesh, mesh);
        var back = Frame(mesh).Inverse();
        var points = new Landmark[Landmarks];
        for (var i = 0; i < Landmarks; i++)
        {
            var factors = Describe(level, Nearest[i], around[i]);
            var (x, y) = functions[i];
            var from = level[Nearest[i]];
            points[i] = back.Apply(
                new Landmark(from.X + TensorPrimitives.Dot(factors, x), from.Y + TensorPrimitives.Dot(factors, y), 1));
        }
        return points;
    }

    private static Similarity Frame(Landmark[] mesh) => Similarity.Fit(
        [mesh[RightCorner], mesh[LeftCorner]], [new Landmark(-0.5f, 0, 1), new Landmark(0.5f, 0, 1)]);

    private static Landmark[] ToFrame(Landmark[] mesh, Landmark[] points) => Array.ConvertAll(points, Frame(mesh).Apply);

    private static Landmark[] Mean((Landmark[] Mesh, Landmark[] Points)[] faces) =>
        [.. Enumerable.Range(0, MeshPoints.OnSkin).Select(i =>
            new Landmark(faces.Average(face => face.Mesh[i].X), faces.Average(face => face.Mesh[i].Y), 1))];

    private static int[] Neighbors(Landmark[] mean, int center) =>
        [.. Enumerable.Range(0, mean.Length).Where(i => i != center).OrderBy(i => mean[i].DistanceTo(mean[center])).Take(Near)];

    private static float[] Solve((Landmark[] Mesh, Landmark[] Points)[] faces, int landmark, int[] around, bool across)
    {
        var equations = new FitEquations(1 + 2 * around.Length);
        foreach (var (mesh, points) in faces)
        {
            var (found, from) = (points[landmark], mesh[Nearest[landmark]]);
            equations.Add(Describe(mesh, Nearest[landmark], around), across ? found.Y - from.Y : found.X - from.X, Error);
        }
        equations.Prefer(0, 0, ConstantPrior);
        for (var i = 1; i <= 2 * around.Length; i++)
            equations.Prefer(i, 0, FactorPrior);
        return equations.Solve() ?? throw new InputException("The map from MediaPipe's mesh to 68 points cannot be solved.");
    }

    /// <summary>One, and the offsets of the mesh points around from the nearest.</summary>
    private static float[] Describe(Landmark[] mesh, int nearest, int[] around)
    {
        var factors = new float[1 + 2 * around.Length];
        factors[0] = 1;
        for (var i = 0; i < around.Length; i++)
        {
            factors[1 + 2 * i] = mesh[around[i]].X - mesh[nearest].X;
            factors[2 + 2 * i] = mesh[around[i]].Y - mesh[nearest].Y;
        }
        return factors;
    }
}

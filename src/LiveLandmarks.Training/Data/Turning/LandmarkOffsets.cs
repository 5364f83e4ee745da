using System.Numerics;
using LiveLandmarks.Training.Data.Heads;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>
/// Spreads the offsets of landmarks over the head around them, so that the fitted head, and the drawn one, lie on the landmarks.
/// Thread-safe.
/// </summary>
internal sealed class LandmarkOffsets
{
    private const int Nearest = 6;

    // Reach of a landmark in centimeters; and how its influence fades, so that a landmark's own vertex follows mostly this landmark.
    private const float Reach = 2.5f, Softness = 0.04f, Resistance = 0.1f;

    private readonly int[] landmarks;
    private readonly float[] weights;

    /// <summary>Finds the landmarks that are near each vertex.</summary>
    /// <param name="model">The model.</param>
    public LandmarkOffsets(FaceModel model)
    {
        landmarks = new int[Nearest * model.VertexCount];
        weights = new float[Nearest * model.VertexCount];
        Vector3[] places = [.. model.Ibug68.Select(vertex => model.NeutralAt(vertex))];
        Parallel.For(0, model.VertexCount, vertex => Weigh(model.NeutralAt(vertex), places, vertex));
    }

    /// <summary>The offset of a vertex.</summary>
    /// <param name="vertex">The vertex.</param>
    /// <param name="offsets">The landmarks' offsets.</param>
    public Vector2 At(int vertex, ReadOnlySpan<Vector2> offsets)
    {
        var sum = Vector2.Zero;
        for (var i = Nearest * vertex; i < Nearest * (vertex + 1) && weights[i] > 0; i++)
            sum += weights[i] * offsets[landmarks[i]];
        return sum;
    }

    private void Weigh(Vector3 at, Vector3[] places, int vertex)
    {
        var near = Enumerable.Range(0, places.Length).Select(i => (Landmark: i, Weight: Weight(Vector3.DistanceSquared(at, places[i]))))
            .OrderByDescending(entry => entry.Weight).Take(Nearest).ToArray();
        var sum = near.Sum(entry => entry.Weight) + Resistance;
        for (var i = 0; i < Nearest; i++)
            (landmarks[Nearest * vertex + i], weights[Nearest * vertex + i]) = (near[i].Landmark, near[i].Weight / sum);
    }

    private static float Weight(float square)
    {
        var share = MathF.Max(0, 1 - square / (Reach * Reach));
        return share * share / (square + Softness);
    }
}

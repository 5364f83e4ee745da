using System.Numerics;
using System.Numerics.Tensors;

namespace LiveLandmarks.Training.Data.Heads;

/// <summary>The part of a face model that landmarks can determine: the vertices that landmarks can be, and the modes that move
/// them.</summary>
internal sealed class FitBasis
{
    private readonly Dictionary<int, int> places = [];
    private readonly Vector3[] neutral;
    private readonly float[] modes;

    /// <summary>Copies the part.</summary>
    /// <param name="model">The model.</param>
    /// <param name="vertices">The vertices.</param>
    /// <param name="identities">Number of identity modes.</param>
    /// <param name="looks">Whether it has the expressions that only follow the gaze, <c>eyeLook*</c>.</param>
    public FitBasis(FaceModel model, IEnumerable<int> vertices, int identities, bool looks = false)
    {
        Identities = Math.Min(identities, model.IdentityCount);
        Expressions = [.. Enumerable.Range(0, model.Expressions.Count).Where(
            i => looks || !model.Expressions[i].StartsWith("eyeLook", StringComparison.Ordinal))];
        int[] all = [.. vertices.Distinct()];
        neutral = [.. all.Select(model.NeutralAt)];
        modes = new float[3 * all.Length * Count];
        for (var i = 0; i < all.Length; i++)
        {
            places.Add(all[i], i);
            for (var mode = 0; mode < Count; mode++)
            {
                var whole = mode < Identities ? model.IdentityMode(mode) : model.ExpressionMode(Expressions[mode - Identities]);
                for (var axis = 0; axis < 3; axis++)
                    modes[(3 * i + axis) * Count + mode] = whole[3 * all[i] + axis];
            }
        }
    }

    /// <summary>Number of identity modes, which come first in the basis.</summary>
    public int Identities { get; }

    /// <summary>The expressions that follow the identity modes, as indices in the model.</summary>
    public int[] Expressions { get; }

    /// <summary>Number of modes.</summary>
    public int Count => Identities + Expressions.Length;

    /// <summary>How the modes move a vertex along x, y and z, one number per mode.</summary>
    public VertexModes Modes(int vertex)
    {
        var first = 3 * places[vertex] * Count;
        return new VertexModes(modes.AsSpan(first, Count), modes.AsSpan(first + Count, Count), modes.AsSpan(first + 2 * Count, Count));
    }

    /// <summary>The position of a vertex.</summary>
    /// <param name="vertex">The vertex.</param>
    /// <param name="weights">One for each mode.</param>
    public Vector3 At(int vertex, ReadOnlySpan<float> weights)
    {
        var (x, y, z) = Modes(vertex);
        return neutral[places[vertex]]
            + new Vector3(TensorPrimitives.Dot(x, weights), TensorPrimitives.Dot(y, weights), TensorPrimitives.Dot(z, weights));
    }

    /// <summary>How modes move a vertex along the three axes.</summary>
    internal readonly ref struct VertexModes(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z)
    {
        private readonly ReadOnlySpan<float> x = x, y = y, z = z;

        public void Deconstruct(out ReadOnlySpan<float> alongX, out ReadOnlySpan<float> alongY, out ReadOnlySpan<float> alongZ)
        {
            alongX = x;
            alongY = y;
            alongZ = z;
        }
    }
}

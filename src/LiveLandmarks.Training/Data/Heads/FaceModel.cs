using System.Numerics;
using System.Numerics.Tensors;

namespace LiveLandmarks.Training.Data.Heads;

/// <summary>
/// A morphable head model: a neutral head, and how people and expressions differ from it. Lengths are centimeters; x points to the person's
/// left (right in the picture), y up, z towards the camera. Thread-safe.
/// </summary>
public sealed class FaceModel
{
    // Number of floats of the head that stay in the L1 cache while all modes are added to them.
    private const int Block = 4096;

    private readonly FaceModelArrays arrays;

    internal FaceModel(FaceModelArrays arrays) => this.arrays = arrays;

    /// <summary>Number of vertices.</summary>
    public int VertexCount => arrays.Neutral.Length / 3;

    /// <summary>Number of identity modes.</summary>
    public int IdentityCount => arrays.Identity.Length / arrays.Neutral.Length;

    /// <summary>The neutral head: x, y and z of each vertex.</summary>
    public ReadOnlySpan<float> Neutral => arrays.Neutral;

    /// <summary>The position of a vertex of the neutral head.</summary>
    public Vector3 NeutralAt(int vertex) => new(Neutral.Slice(3 * vertex, 3));

    /// <summary>Names of the expressions, in the order of <see cref="HeadWeights.Expression"/>.</summary>
    public IReadOnlyList<string> Expressions => arrays.Description.Expressions;

    /// <summary>The vertices of iBUG's 68 points; those of the jaw for a head seen from the front.</summary>
    public IReadOnlyList<int> Ibug68 => arrays.Description.Ibug68;

    /// <summary>Three vertices per triangle, counter-clockwise seen from outside.</summary>
    public ReadOnlySpan<int> Triangles => arrays.Triangles;

    /// <summary>Reads a model.</summary>
    /// <param name="folder">Folder with <c>model.json</c>, <c>neutral.f32</c>, <c>identity.f16</c>, <c>expression.f16</c> and
    /// <c>triangles.i32</c>.</param>
    /// <exception cref="InputException">A file is missing, or its size does not match <c>model.json</c>; the message names it.</exception>
    public static FaceModel Read(string folder) => new(FaceModelArrays.Read(folder));

    /// <summary>Index of an expression.</summary>
    /// <param name="name">The name, such as <c>jawOpen</c>.</param>
    /// <exception cref="ArgumentException">The model has no such name.</exception>
    public int Expression(string name)
    {
        var index = arrays.Description.Expressions.IndexOf(name);
        return index >= 0 ? index : throw new ArgumentException($"The face model has no expression \"{name}\".", nameof(name));
    }

    /// <summary>The vertices of a part.</summary>
    /// <param name="name">The name, such as <c>face</c>.</param>
    /// <exception cref="ArgumentException">The model has no such name.</exception>
    public Range Part(string name) =>
        arrays.Description.Parts.TryGetValue(name, out var part)
            ? part[0]..part[1]
            : throw new ArgumentException($"The face model has no part \"{name}\".", nameof(name));

    /// <summary>How far a mode moves each vertex at weight 1: x, y and z of each.</summary>
    public ReadOnlySpan<float> IdentityMode(int mode) => arrays.Identity.AsSpan(mode * arrays.Neutral.Length, arrays.Neutral.Length);

    /// <summary>How far an expression moves each vertex at weight 1: x, y and z of each.</summary>
    public ReadOnlySpan<float> ExpressionMode(int expression) =>
        arrays.Expression.AsSpan(expression * arrays.Neutral.Length, arrays.Neutral.Length);

    /// <summary>Computes a head.</summary>
    /// <param name="weights">Identity and expression.</param>
    /// <param name="vertices">Written: x, y and z of each vertex.</param>
    public void Shape(HeadWeights weights, Span<float> vertices)
    {
        Neutral.CopyTo(vertices);
        Add(arrays.Identity, weights.Identity, vertices);
        AddExpression(weights.Expression, vertices);
    }

    /// <summary>Adds expressions to a head.</summary>
    /// <param name="weights">The weight of each expression.</param>
    /// <param name="vertices">The head; changed.</param>
    public void AddExpression(ReadOnlySpan<float> weights, Span<float> vertices) => Add(arrays.Expression, weights, vertices);

    private static void Add(float[] modes, ReadOnlySpan<float> weights, Span<float> vertices)
    {
        for (var start = 0; start < vertices.Length; start += Block)
        {
            var part = vertices[start..Math.Min(start + Block, vertices.Length)];
            for (var mode = 0; mode < weights.Length; mode++)
            {
                if (weights[mode] != 0)
                    TensorPrimitives.MultiplyAdd(modes.AsSpan(mode * vertices.Length + start, part.Length), weights[mode], part, part);
            }
        }
    }
}

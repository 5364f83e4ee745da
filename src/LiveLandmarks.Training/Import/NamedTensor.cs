namespace LiveLandmarks.Training.Import;

/// <summary>One entry of a state dictionary.</summary>
/// <param name="Name">Its key, such as <c>m0.b1_4.bn1.weight</c>.</param>
/// <param name="Shape">Its dimensions, outermost first; empty for a scalar.</param>
/// <param name="Data">Its elements, row by row, whatever type they had.</param>
public sealed record NamedTensor(string Name, long[] Shape, float[] Data)
{
    /// <summary>The dimensions as messages show them.</summary>
    public string ShapeText => Describe(Shape);

    /// <summary>Dimensions as messages show them, such as <c>[64, 3, 7, 7]</c>.</summary>
    /// <param name="shape">The dimensions.</param>
    public static string Describe(IEnumerable<long> shape) => $"[{string.Join(", ", shape)}]";
}

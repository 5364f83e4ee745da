using System.Runtime.CompilerServices;

namespace LiveLandmarks;

/// <summary>How strongly a face makes each of ARKit's 52 movements. Immutable: it may be kept.</summary>
/// <example>
/// <code>
/// using LiveLandmarks;
///
/// foreach (TrackedFace face in FaceLandmarker.Detect("me.jpg"))
/// {
///     if (face.Blendshapes?[Blendshape.MouthSmileLeft] is { } smile)
///         Console.WriteLine($"the left corner of the mouth smiles: {smile:0.00}");
/// }
/// </code>
/// </example>
public sealed class Blendshapes
{
    /// <summary>Number of movements.</summary>
    public const int Count = (int)Blendshape.TongueOut + 1;

    // Two bytes hold three decimals; a tracker makes one object for each face and frame.
    private readonly Values values;
    private readonly Confidences confidences;

    /// <summary>Makes a reading.</summary>
    /// <param name="values">One value for each movement in the order of <see cref="Blendshape"/>, 0 to 1; NaN where it cannot be
    /// told.</param>
    /// <param name="confidences">The confidence of each, 0 to 1.</param>
    /// <exception cref="ArgumentException">There are not <see cref="Count"/> of each.</exception>
    public Blendshapes(ReadOnlySpan<float> values, ReadOnlySpan<float> confidences)
    {
        if (values.Length != Count || confidences.Length != Count)
            throw new ArgumentException($"{Count} values and confidences are needed, not {values.Length} and {confidences.Length}.");
        for (var i = 0; i < Count; i++)
        {
            this.values[i] = (Half)Math.Clamp(values[i], 0, 1);
            this.confidences[i] = (byte)MathF.Round(byte.MaxValue * Math.Clamp(confidences[i], 0, 1));
        }
    }

    /// <summary>Strength of a movement, 0 (none) to 1; null when it cannot be told from the landmarks, or its part of the face is not
    /// visible.</summary>
    public float? this[Blendshape shape] => Half.IsNaN(values[(int)shape]) ? null : (float)values[(int)shape];

    /// <summary>How certain a movement is, 0 to 1: lower when the head turns away and when points are covered; 0 when it is null.</summary>
    public float Confidence(Blendshape shape) => this[shape] is null ? 0 : confidences[(int)shape] / (float)byte.MaxValue;

    /// <summary>ARKit's name of a movement, such as <c>eyeBlinkLeft</c>.</summary>
    public static string NameOf(Blendshape shape) => Names.All[(int)shape];

    private static class Names
    {
        public static readonly string[] All =
            [.. Enum.GetNames<Blendshape>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];
    }

    [InlineArray(Count)]
    private struct Values
    {
        private Half first;
    }

    [InlineArray(Count)]
    private struct Confidences
    {
        private byte first;
    }
}

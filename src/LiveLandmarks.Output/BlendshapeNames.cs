using System.Text;

namespace LiveLandmarks.Output;

/// <summary>The names of ARKit's movements in the spellings of the protocols, as ASCII bytes, by <see cref="Blendshape"/>.</summary>
internal static class BlendshapeNames
{
    private static readonly byte[][] Capitals = [.. Enum.GetNames<Blendshape>().Select(Encoding.ASCII.GetBytes)];

    private static readonly byte[][] Sides = [.. Enum.GetValues<Blendshape>().Select(shape => Encoding.ASCII.GetBytes(WithSide(shape)))];

    /// <summary>With a capital, as the clips of perfect sync are named: <c>MouthSmileLeft</c>.</summary>
    public static ReadOnlySpan<byte> Capital(Blendshape shape) => Capitals[(int)shape];

    /// <summary>With the side as a letter, as iFacialMocap names them: <c>mouthSmile_L</c>. Movements of the whole jaw or mouth to a side
    /// keep it as a word: <c>jawLeft</c>, <c>mouthRight</c>.</summary>
    public static ReadOnlySpan<byte> Side(Blendshape shape) => Sides[(int)shape];

    private static string WithSide(Blendshape shape)
    {
        var name = Blendshapes.NameOf(shape);
        if (shape is Blendshape.JawLeft or Blendshape.JawRight or Blendshape.MouthLeft or Blendshape.MouthRight)
            return name;
        if (name.EndsWith("Left", StringComparison.Ordinal))
            return name[..^"Left".Length] + "_L";
        return name.EndsWith("Right", StringComparison.Ordinal) ? name[..^"Right".Length] + "_R" : name;
    }
}

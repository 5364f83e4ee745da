namespace LiveLandmarks.Output;

/// <summary>
/// Writes the 14 features of OpenSeeFace's tracker, in its order. They go from −1 to 1, and 0 is this person's usual face (<c>Feature</c>
/// in tracker.py and <c>OpenSeeFeatures</c> in Unity/OpenSee.cs). OpenSeeFace measures them on its landmarks; here they are sums of
/// ARKit's movements with the signs by which Examples/OpenSeeVRMDriver.cs turns features into these movements. Unknown movements count
/// as 0.
/// </summary>
internal static class OpenSeeFaceFeatures
{
    /// <summary>Writes the features of a face.</summary>
    /// <param name="to">Receives 14 numbers.</param>
    /// <param name="face">The face.</param>
    public static void Write(ref LittleEndianWriter to, TrackedFace face)
    {
        float Of(Blendshape shape) => AvatarFace.Shape(face, shape) ?? 0;

        var inner = Of(Blendshape.BrowInnerUp);
        var left = new Side(
            Of(Blendshape.BrowOuterUpLeft), Of(Blendshape.BrowDownLeft), Of(Blendshape.MouthSmileLeft), Of(Blendshape.MouthFrownLeft),
            Of(Blendshape.MouthStretchLeft));
        var right = new Side(
            Of(Blendshape.BrowOuterUpRight), Of(Blendshape.BrowDownRight), Of(Blendshape.MouthSmileRight), Of(Blendshape.MouthFrownRight),
            Of(Blendshape.MouthStretchRight));
        var round = Math.Max(Of(Blendshape.MouthPucker), Of(Blendshape.MouthFunnel));
        var toLeft = Of(Blendshape.MouthLeft) - Of(Blendshape.MouthRight);

        Write(ref to, Of(Blendshape.EyeWideLeft) - Of(Blendshape.EyeBlinkLeft));
        Write(ref to, Of(Blendshape.EyeWideRight) - Of(Blendshape.EyeBlinkRight));
        WriteBrow(ref to, inner, left);
        WriteBrow(ref to, inner, right);
        WriteCorner(ref to, left, toLeft - round);
        WriteCorner(ref to, right, -toLeft - round);
        Write(ref to, Of(Blendshape.JawOpen) - Of(Blendshape.MouthClose));
        Write(ref to, Math.Max((left.Stretch + right.Stretch) / 2, (left.Smile + right.Smile) / 2) - round);
    }

    /// <summary>Steepness (more when the inner end is higher), up or down, and quirk (the arch).</summary>
    private static void WriteBrow(ref LittleEndianWriter to, float inner, in Side side)
    {
        Write(ref to, inner - side.OuterUp);
        Write(ref to, (inner + side.OuterUp) / 2 - side.Down);
        Write(ref to, side.OuterUp - side.Down);
    }

    /// <summary>A corner of the mouth: up or down, out or in.</summary>
    private static void WriteCorner(ref LittleEndianWriter to, in Side side, float outwards)
    {
        Write(ref to, side.Smile - side.Frown);
        Write(ref to, side.Stretch + outwards);
    }

    private static void Write(ref LittleEndianWriter to, float feature) => to.Write(Math.Clamp(feature, -1, 1));

    private readonly record struct Side(float OuterUp, float Down, float Smile, float Frown, float Stretch);
}

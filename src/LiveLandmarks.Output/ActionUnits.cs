namespace LiveLandmarks.Output;

/// <summary>
/// The action units of the Facial Action Coding System (Ekman and Friesen, 1978) that landmarks can show, in OpenFace's scale: 0 to 5. Each
/// is derived from ARKit's movements of the same muscles; that of the lids, AU45, is measured.
/// </summary>
internal static class ActionUnits
{
    private const float Full = 5;

    private static readonly (string Name, Blendshape Left, Blendshape Right)[] Units =
    [
        ("AU01_r", Blendshape.BrowInnerUp, Blendshape.BrowInnerUp),
        ("AU02_r", Blendshape.BrowOuterUpLeft, Blendshape.BrowOuterUpRight),
        ("AU04_r", Blendshape.BrowDownLeft, Blendshape.BrowDownRight),
        ("AU09_r", Blendshape.NoseSneerLeft, Blendshape.NoseSneerRight),
        ("AU10_r", Blendshape.MouthUpperUpLeft, Blendshape.MouthUpperUpRight),
        ("AU12_r", Blendshape.MouthSmileLeft, Blendshape.MouthSmileRight),
        ("AU14_r", Blendshape.MouthDimpleLeft, Blendshape.MouthDimpleRight),
        ("AU20_r", Blendshape.MouthStretchLeft, Blendshape.MouthStretchRight),
        ("AU26_r", Blendshape.JawOpen, Blendshape.JawOpen),
        ("AU45_r", Blendshape.EyeBlinkLeft, Blendshape.EyeBlinkRight),
    ];

    /// <summary>The names of OpenFace's columns.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Units.Select(unit => unit.Name)];

    /// <summary>Intensity of a unit, 0 to 5: the mean of both sides, or the side that is known.</summary>
    /// <param name="face">The face.</param>
    /// <param name="unit">Index in <see cref="Names"/>.</param>
    /// <returns>Null if neither side is known.</returns>
    public static float? Of(TrackedFace face, int unit)
    {
        var (left, right) = (face.Blendshapes?[Units[unit].Left], face.Blendshapes?[Units[unit].Right]);
        return Full * ((left ?? right) + (right ?? left)) / 2;
    }
}

namespace LiveLandmarks.Tests.Output;

/// <summary>ARKit's movements as Unreal Engine orders and names them (EARFaceBlendShape), written out.</summary>
internal static class Arkit
{
    public static readonly string[] Names =
    [
        "EyeBlinkLeft", "EyeLookDownLeft", "EyeLookInLeft", "EyeLookOutLeft", "EyeLookUpLeft", "EyeSquintLeft", "EyeWideLeft",
        "EyeBlinkRight", "EyeLookDownRight", "EyeLookInRight", "EyeLookOutRight", "EyeLookUpRight", "EyeSquintRight", "EyeWideRight",
        "JawForward", "JawLeft", "JawRight", "JawOpen",
        "MouthClose", "MouthFunnel", "MouthPucker", "MouthLeft", "MouthRight", "MouthSmileLeft", "MouthSmileRight",
        "MouthFrownLeft", "MouthFrownRight", "MouthDimpleLeft", "MouthDimpleRight", "MouthStretchLeft", "MouthStretchRight",
        "MouthRollLower", "MouthRollUpper", "MouthShrugLower", "MouthShrugUpper", "MouthPressLeft", "MouthPressRight",
        "MouthLowerDownLeft", "MouthLowerDownRight", "MouthUpperUpLeft", "MouthUpperUpRight",
        "BrowDownLeft", "BrowDownRight", "BrowInnerUp", "BrowOuterUpLeft", "BrowOuterUpRight",
        "CheekPuff", "CheekSquintLeft", "CheekSquintRight", "NoseSneerLeft", "NoseSneerRight", "TongueOut",
    ];

    /// <summary>A different strength for each movement: 0.01 for the first of <see cref="Names"/>, 0.02 for the second, and so
    /// on.</summary>
    public static Blendshapes Different() => Of([.. Names.Select((name, i) => (Enum.Parse<Blendshape>(name), (i + 1) / 100f))]);

    /// <summary>The given strengths; all others are unknown.</summary>
    public static Blendshapes Of(params (Blendshape Shape, float Strength)[] known)
    {
        var (values, confidences) = (new float[Blendshapes.Count], new float[Blendshapes.Count]);
        Array.Fill(values, float.NaN);
        foreach (var (shape, strength) in known)
            (values[(int)shape], confidences[(int)shape]) = (strength, 1);
        return new Blendshapes(values, confidences);
    }
}

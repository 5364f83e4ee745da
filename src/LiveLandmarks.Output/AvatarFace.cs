namespace LiveLandmarks.Output;

/// <summary>A face in the form that avatar programs need. If eyes or mouth are not visible, the eyes count as open and the mouth as shut,
/// so that an avatar does not blink when a hand covers the eyes.</summary>
internal static class AvatarFace
{
    // A closed mouth has readings of up to 0.1; speech opens it by about 2.5 cm.
    private const float ShutMouth = 0.1f;
    private const float SpeakingMouth = 0.5f;

    /// <summary>Openness of the right eye, 0 to 1.</summary>
    public static float RightEye(TrackedFace face) => face.RightEye.Openness ?? 1;

    /// <summary>Openness of the left eye, 0 to 1.</summary>
    public static float LeftEye(TrackedFace face) => face.LeftEye.Openness ?? 1;

    /// <summary>0 for a shut mouth to 1 for one that says "ah".</summary>
    public static float Mouth(TrackedFace face) => Mouth(face.Mouth.Openness ?? 0);

    /// <summary>Strength of one of ARKit's movements, 0 to 1: that of the face's <see cref="Blendshapes"/>. Where they do not tell how far
    /// the jaw is open, the reading of the mouth does.</summary>
    /// <returns>Null when unknown.</returns>
    public static float? Shape(TrackedFace face, Blendshape shape) => face.Blendshapes?[shape]
        ?? (shape == Blendshape.JawOpen && face.Mouth.Openness is { } openness ? Mouth(openness) : null);

    private static float Mouth(float openness) => Math.Clamp((openness - ShutMouth) / (SpeakingMouth - ShutMouth), 0, 1);
}

namespace LiveLandmarks.Output;

/// <summary>A face in the form that avatar programs need. If eyes or mouth are not visible, the eyes count as open and the mouth as shut,
/// so that an avatar does not blink when a hand covers the eyes.</summary>
internal static class AvatarFace
{
    // A closed mouth has readings of up to 0.1; speech opens it by about 2.5 cm.
    private const float ShutMouth = 0.1f;
    private const float SpeakingMouth = 0.5f;

    // The turn of the eye at which its movement is 1: in the examples that iFacialMocap and Facemotion3D publish, the eye turns by 6.0°
    // for a value of 0.17, and by 12.8° for 0.36.
    private const float FullLook = 35;

    /// <summary>Openness of the right eye, 0 to 1.</summary>
    public static float RightEye(TrackedFace face) => face.RightEye.Openness ?? 1;

    /// <summary>Openness of the left eye, 0 to 1.</summary>
    public static float LeftEye(TrackedFace face) => face.LeftEye.Openness ?? 1;

    /// <summary>0 for a shut mouth to 1 for one that says "ah".</summary>
    public static float Mouth(TrackedFace face) => Mouth(face.Mouth.Openness ?? 0);

    /// <summary>Strength of one of ARKit's movements, 0 to 1: that of the face's <see cref="Blendshapes"/>. Where they do not tell it,
    /// blinks, the jaw and looks come from the readings of eyes and mouth.</summary>
    /// <returns>Null when unknown.</returns>
    public static float? Shape(TrackedFace face, Blendshape shape) => face.Blendshapes?[shape] ?? shape switch
    {
        Blendshape.EyeBlinkLeft => 1 - face.LeftEye.Openness,
        Blendshape.EyeBlinkRight => 1 - face.RightEye.Openness,
        Blendshape.JawOpen => face.Mouth.Openness is { } openness ? Mouth(openness) : null,
        Blendshape.EyeLookOutLeft => Look(HeadGaze.Of(face, face.LeftEye)?.Yaw),
        Blendshape.EyeLookInLeft => Look(-HeadGaze.Of(face, face.LeftEye)?.Yaw),
        Blendshape.EyeLookUpLeft => Look(HeadGaze.Of(face, face.LeftEye)?.Pitch),
        Blendshape.EyeLookDownLeft => Look(-HeadGaze.Of(face, face.LeftEye)?.Pitch),
        Blendshape.EyeLookInRight => Look(HeadGaze.Of(face, face.RightEye)?.Yaw),
        Blendshape.EyeLookOutRight => Look(-HeadGaze.Of(face, face.RightEye)?.Yaw),
        Blendshape.EyeLookUpRight => Look(HeadGaze.Of(face, face.RightEye)?.Pitch),
        Blendshape.EyeLookDownRight => Look(-HeadGaze.Of(face, face.RightEye)?.Pitch),
        _ => null,
    };

    private static float Mouth(float openness) => Math.Clamp((openness - ShutMouth) / (SpeakingMouth - ShutMouth), 0, 1);

    private static float? Look(float? degrees) => degrees is { } angle ? Math.Clamp(angle / FullLook, 0, 1) : null;
}

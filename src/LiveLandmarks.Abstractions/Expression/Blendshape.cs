namespace LiveLandmarks;

/// <summary>The 52 movements of a face that ARKit names, in the order of Live Link Face. Left and right are the person's own.</summary>
public enum Blendshape
{
    /// <summary>The left eye closes.</summary>
    EyeBlinkLeft,

    /// <summary>The left eye looks down.</summary>
    EyeLookDownLeft,

    /// <summary>The left eye looks towards the nose.</summary>
    EyeLookInLeft,

    /// <summary>The left eye looks away from the nose.</summary>
    EyeLookOutLeft,

    /// <summary>The left eye looks up.</summary>
    EyeLookUpLeft,

    /// <summary>The lids of the left eye contract.</summary>
    EyeSquintLeft,

    /// <summary>The left eye opens wide.</summary>
    EyeWideLeft,

    /// <summary>The right eye closes.</summary>
    EyeBlinkRight,

    /// <summary>The right eye looks down.</summary>
    EyeLookDownRight,

    /// <summary>The right eye looks towards the nose.</summary>
    EyeLookInRight,

    /// <summary>The right eye looks away from the nose.</summary>
    EyeLookOutRight,

    /// <summary>The right eye looks up.</summary>
    EyeLookUpRight,

    /// <summary>The lids of the right eye contract.</summary>
    EyeSquintRight,

    /// <summary>The right eye opens wide.</summary>
    EyeWideRight,

    /// <summary>The jaw moves forward.</summary>
    JawForward,

    /// <summary>The jaw moves to the right.</summary>
    JawRight,

    /// <summary>The jaw moves to the left.</summary>
    JawLeft,

    /// <summary>The jaw opens.</summary>
    JawOpen,

    /// <summary>The lips stay closed while the jaw opens.</summary>
    MouthClose,

    /// <summary>The lips form an open ring.</summary>
    MouthFunnel,

    /// <summary>The closed lips move together and forward.</summary>
    MouthPucker,

    /// <summary>Both lips move to the right.</summary>
    MouthRight,

    /// <summary>Both lips move to the left.</summary>
    MouthLeft,

    /// <summary>The left corner of the mouth moves up.</summary>
    MouthSmileLeft,

    /// <summary>The right corner of the mouth moves up.</summary>
    MouthSmileRight,

    /// <summary>The left corner of the mouth moves down.</summary>
    MouthFrownLeft,

    /// <summary>The right corner of the mouth moves down.</summary>
    MouthFrownRight,

    /// <summary>The left corner of the mouth moves back.</summary>
    MouthDimpleLeft,

    /// <summary>The right corner of the mouth moves back.</summary>
    MouthDimpleRight,

    /// <summary>The left corner of the mouth moves to the left.</summary>
    MouthStretchLeft,

    /// <summary>The right corner of the mouth moves to the right.</summary>
    MouthStretchRight,

    /// <summary>The lower lip rolls into the mouth.</summary>
    MouthRollLower,

    /// <summary>The upper lip rolls into the mouth.</summary>
    MouthRollUpper,

    /// <summary>The lower lip moves up and out.</summary>
    MouthShrugLower,

    /// <summary>The upper lip moves up and out.</summary>
    MouthShrugUpper,

    /// <summary>The lower lip presses up on the left.</summary>
    MouthPressLeft,

    /// <summary>The lower lip presses up on the right.</summary>
    MouthPressRight,

    /// <summary>The lower lip moves down on the left.</summary>
    MouthLowerDownLeft,

    /// <summary>The lower lip moves down on the right.</summary>
    MouthLowerDownRight,

    /// <summary>The upper lip moves up on the left.</summary>
    MouthUpperUpLeft,

    /// <summary>The upper lip moves up on the right.</summary>
    MouthUpperUpRight,

    /// <summary>The outer part of the left eyebrow moves down.</summary>
    BrowDownLeft,

    /// <summary>The outer part of the right eyebrow moves down.</summary>
    BrowDownRight,

    /// <summary>The inner parts of both eyebrows move up.</summary>
    BrowInnerUp,

    /// <summary>The outer part of the left eyebrow moves up.</summary>
    BrowOuterUpLeft,

    /// <summary>The outer part of the right eyebrow moves up.</summary>
    BrowOuterUpRight,

    /// <summary>Both cheeks are blown out.</summary>
    CheekPuff,

    /// <summary>The left cheek moves up around the eye.</summary>
    CheekSquintLeft,

    /// <summary>The right cheek moves up around the eye.</summary>
    CheekSquintRight,

    /// <summary>The left side of the nose moves up.</summary>
    NoseSneerLeft,

    /// <summary>The right side of the nose moves up.</summary>
    NoseSneerRight,

    /// <summary>The tongue is out.</summary>
    TongueOut,
}

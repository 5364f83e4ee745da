namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>How hidden parts of a picture look. Both styles keep the same amount of information.</summary>
public enum HidingStyle
{
    /// <summary>Smooth patches of color.</summary>
    Blur,

    /// <summary>Squares of one color each.</summary>
    Pixels,
}

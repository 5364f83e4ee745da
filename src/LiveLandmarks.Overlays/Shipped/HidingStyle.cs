namespace LiveLandmarks.Overlays.Shipped;

/// <summary>How hidden parts of a picture look. Both keep as little of it.</summary>
public enum HidingStyle
{
    /// <summary>Smooth patches of color.</summary>
    Blur,

    /// <summary>Squares of one color each.</summary>
    Pixels,
}

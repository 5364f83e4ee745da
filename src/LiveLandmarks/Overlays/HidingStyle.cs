namespace LiveLandmarks.Overlays;

/// <summary>How hidden parts of a picture look. Both keep as little of it.</summary>
public enum HidingStyle
{
    /// <summary>Smooth patches of colour.</summary>
    Blur,

    /// <summary>Squares of one colour each.</summary>
    Pixels,
}

namespace LiveLandmarks;

/// <summary>The kinds of facial features that landmarks trace.</summary>
public enum FacialFeature
{
    /// <summary>Cheek and chin outline.</summary>
    Jaw,

    /// <summary>An eyebrow.</summary>
    Brow,

    /// <summary>Nose bridge or nostrils.</summary>
    Nose,

    /// <summary>An eyelid contour, or a pupil.</summary>
    Eye,

    /// <summary>Outer or inner lip contour.</summary>
    Lips,
}

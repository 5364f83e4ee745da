namespace LiveLandmarks;

/// <summary>Whether an eye is open, as far as it can be seen.</summary>
public enum EyeState
{
    /// <summary>Unknown: the eye is turned away or covered, its landmarks are uncertain, or the scheme does not trace its lids.</summary>
    NotVisible,

    /// <summary>The lids are apart.</summary>
    Open,

    /// <summary>The lids are together, for a blink or longer.</summary>
    Closed,
}

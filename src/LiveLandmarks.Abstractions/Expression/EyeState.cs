namespace LiveLandmarks;

/// <summary>What is known of an eye.</summary>
public enum EyeState
{
    /// <summary>It is turned away or covered, its landmarks are unsure, or the scheme does not trace its lids: nothing is
    /// claimed.</summary>
    NotVisible,

    /// <summary>The lids are apart.</summary>
    Open,

    /// <summary>The lids are together, for a blink or longer.</summary>
    Closed,
}

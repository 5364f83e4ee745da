namespace LiveLandmarks.Training.Import.Pickle;

/// <summary>Limits of a checkpoint's pickle. The published network has 1137 entries.</summary>
internal static class PickleLimits
{
    /// <summary>Objects on the stack, in the memo, and in one container.</summary>
    public const int Objects = 1 << 20;

    /// <summary>Bytes of one string.</summary>
    public const int StringBytes = 1 << 16;

    /// <summary>Open marks, that is, nested containers.</summary>
    public const int Depth = 256;

    /// <summary>Instructions of one pickle.</summary>
    public const int Instructions = 1 << 24;
}

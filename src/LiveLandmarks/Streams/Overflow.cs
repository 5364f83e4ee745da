namespace LiveLandmarks.Streams;

/// <summary>What happens when a stage is slower than its input.</summary>
public enum Overflow
{
    /// <summary>The input waits and nothing is lost; for files.</summary>
    Wait,

    /// <summary>The oldest waiting item is dropped, so that the output is recent; for live sources.</summary>
    DropOldest,
}

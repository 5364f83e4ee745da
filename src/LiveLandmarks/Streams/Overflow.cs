namespace LiveLandmarks.Streams;

/// <summary>What happens when a stage is slower than its input.</summary>
public enum Overflow
{
    /// <summary>The input waits. Nothing is lost: for files.</summary>
    Wait,

    /// <summary>The oldest waiting item is dropped, so that what is shown is recent: for live sources.</summary>
    DropOldest,
}

namespace LiveLandmarks.Training.Import.Pickle;

/// <summary>Where a container's items begin on the stack.</summary>
internal sealed class PickleMark
{
    public static PickleMark Instance { get; } = new();
}

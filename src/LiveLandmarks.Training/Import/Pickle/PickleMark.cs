namespace LiveLandmarks.Training.Import.Pickle;

/// <summary>Marks on the stack where a container's items start.</summary>
internal sealed class PickleMark
{
    public static PickleMark Instance { get; } = new();
}

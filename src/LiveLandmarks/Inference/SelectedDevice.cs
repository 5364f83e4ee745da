namespace LiveLandmarks.Inference;

/// <summary>The device that a network runs on, and why better ones were rejected.</summary>
/// <param name="Device">Never <see cref="ExecutionDevice.Auto"/>.</param>
/// <param name="Rejected">Devices that were tried before, each with the reason why it could not be used.</param>
public sealed record SelectedDevice(ExecutionDevice Device, IReadOnlyList<(ExecutionDevice Device, string Reason)> Rejected)
{
    /// <summary>One line: the device, then the rejected ones with their reasons.</summary>
    public override string ToString()
    {
        var reasons = Rejected.GroupBy(other => other.Reason, other => other.Device)
            .Select(group => $"{string.Join(", ", group)}: {group.Key}");
        return Rejected.Count == 0 ? Device.ToString() : $"{Device} ({string.Join("; ", reasons)})";
    }
}

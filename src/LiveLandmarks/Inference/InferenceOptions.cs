namespace LiveLandmarks.Inference;

/// <summary>How networks are run.</summary>
public sealed record InferenceOptions
{
    /// <summary>The device to use.</summary>
    public ExecutionDevice Device { get; init; } = ExecutionDevice.Auto;

    /// <summary>Number of the GPU if there are several, from 0.</summary>
    public int DeviceIndex { get; init; }

    /// <summary>Processor threads for one network; 0 for the number of cores, at most 4.</summary>
    public int Threads { get; init; }

    /// <summary>Throws unless every value is in range.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    public void Validate()
    {
        if (!Enum.IsDefined(Device))
            throw new ArgumentOutOfRangeException(nameof(Device), Device, $"One of {string.Join(", ", Enum.GetNames<ExecutionDevice>())}.");
        ArgumentOutOfRangeException.ThrowIfNegative(DeviceIndex);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
    }
}

namespace LiveLandmarks.Inference;

/// <summary>How networks are run.</summary>
public sealed record InferenceOptions
{
    /// <summary>The device wanted.</summary>
    public ExecutionDevice Device { get; init; } = ExecutionDevice.Auto;

    /// <summary>Number of the GPU where there are several, from 0.</summary>
    public int DeviceIndex { get; init; }

    /// <summary>Processor threads of one network; 0 for as many as there are cores, at most 4.</summary>
    public int Threads { get; init; }

    /// <summary>Throws unless every value is in its range.</summary>
    /// <exception cref="ArgumentException">One is not; says which.</exception>
    public void Validate()
    {
        if (!Enum.IsDefined(Device))
            throw new ArgumentOutOfRangeException(nameof(Device), Device, $"One of {string.Join(", ", Enum.GetNames<ExecutionDevice>())}.");
        ArgumentOutOfRangeException.ThrowIfNegative(DeviceIndex);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
    }
}

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
}

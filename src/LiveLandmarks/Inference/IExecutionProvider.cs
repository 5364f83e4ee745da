using Microsoft.ML.OnnxRuntime;

namespace LiveLandmarks.Inference;

/// <summary>One way to run a network. Tests replace it with a provider that fails.</summary>
internal interface IExecutionProvider
{
    /// <summary>The device that this provider uses.</summary>
    ExecutionDevice Device { get; }

    /// <summary>Whether the device needs one session per batch size, with every dimension fixed.</summary>
    bool WantsFixedShapes { get; }

    /// <summary>Adds the provider to a session's options; throws if it is not available.</summary>
    /// <param name="options">Options of the session to be opened.</param>
    /// <param name="deviceIndex">Number of the GPU, from 0.</param>
    void Configure(SessionOptions options, int deviceIndex);
}

using LiveLandmarks.Inference;
using Microsoft.ML.OnnxRuntime;

namespace LiveLandmarks.Tests.Inference;

/// <summary>The CPU under the name of another device; with a failure, a device that does not work.</summary>
internal sealed class FakeProvider(ExecutionDevice device, bool wantsFixedShapes = false, Exception? failure = null) : IExecutionProvider
{
    public ExecutionDevice Device => device;

    public bool WantsFixedShapes => wantsFixedShapes;

    /// <summary>The GPU index of each session that was configured.</summary>
    public List<int> Configured { get; } = [];

    public void Configure(SessionOptions options, int deviceIndex)
    {
        Configured.Add(deviceIndex);
        if (failure is not null)
            throw failure;
    }
}

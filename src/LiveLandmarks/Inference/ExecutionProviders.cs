using Microsoft.ML.OnnxRuntime;

namespace LiveLandmarks.Inference;

/// <summary>The providers of ONNX Runtime, in the order in which <see cref="ExecutionDevice.Auto"/> tries them.</summary>
internal static class ExecutionProviders
{
    public static IReadOnlyList<IExecutionProvider> All { get; } =
    [
        new Provider(ExecutionDevice.DirectML, "DmlExecutionProvider", WantsFixedShapes: true, ConfigureDirectML),
        new Provider(ExecutionDevice.Cuda, "CUDAExecutionProvider", WantsFixedShapes: false,
            (options, index) => options.AppendExecutionProvider_CUDA(index)),
        new Provider(ExecutionDevice.CoreML, "CoreMLExecutionProvider", WantsFixedShapes: false,
            (options, _) => options.AppendExecutionProvider_CoreML()),
        new Provider(ExecutionDevice.Cpu, "CPUExecutionProvider", WantsFixedShapes: false, (_, _) => { }),
    ];

    private static void ConfigureDirectML(SessionOptions options, int deviceIndex)
    {
        // DirectML does not support parallel execution.
        options.ExecutionMode = ExecutionMode.ORT_SEQUENTIAL;
        options.AppendExecutionProvider_DML(deviceIndex);
    }

    private sealed record Provider(
        ExecutionDevice Device,
        string OrtName,
        bool WantsFixedShapes,
        Action<SessionOptions, int> Append) : IExecutionProvider
    {
        public void Configure(SessionOptions options, int deviceIndex)
        {
            if (!OrtEnv.Instance().GetAvailableProviders().Contains(OrtName))
                throw new PlatformNotSupportedException("not in this build of ONNX Runtime");
            Append(options, deviceIndex);
        }
    }
}

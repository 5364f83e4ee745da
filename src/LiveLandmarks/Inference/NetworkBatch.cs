using Microsoft.ML.OnnxRuntime;

namespace LiveLandmarks.Inference;

/// <summary>Input and output of one batch size, allocated once and bound to the session, so that a run makes no garbage.</summary>
internal sealed class NetworkBatch : IDisposable
{
    private readonly InferenceSession session;
    private readonly bool ownsSession;
    private readonly OrtValue inputValue;
    private readonly OrtValue outputValue;
    private readonly OrtIoBinding binding;
    private readonly float[] input;
    private readonly float[] output;

    public NetworkBatch(InferenceSession session, bool ownsSession, string inputName, long[] inputShape, string outputName, long[] outputShape)
    {
        this.session = session;
        this.ownsSession = ownsSession;
        input = new float[inputShape.Aggregate(1L, (product, n) => product * n)];
        output = new float[outputShape.Aggregate(1L, (product, n) => product * n)];
        inputValue = OrtValue.CreateTensorValueFromMemory(input, inputShape);
        outputValue = OrtValue.CreateTensorValueFromMemory(output, outputShape);
        binding = session.CreateIoBinding();
        binding.BindInput(inputName, inputValue);
        binding.BindOutput(outputName, outputValue);
    }

    public Span<float> Input => input;

    public ReadOnlySpan<float> Output => output;

    public void Run(RunOptions options) => session.RunWithBinding(options, binding);

    public void Dispose()
    {
        binding.Dispose();
        inputValue.Dispose();
        outputValue.Dispose();
        if (ownsSession)
            session.Dispose();
    }
}

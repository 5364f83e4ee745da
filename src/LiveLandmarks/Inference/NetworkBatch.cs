using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace LiveLandmarks.Inference;

/// <summary>
/// Input and output of one batch size, bound to the session, so that a run allocates nothing. The runtime owns their memory: the garbage
/// collector does not count, scan or move it. It is freed when the batch is disposed.
/// </summary>
internal sealed unsafe class NetworkBatch : IDisposable
{
    private readonly InferenceSession session;
    private readonly bool ownsSession;
    private readonly OrtValue inputValue;
    private readonly OrtValue outputValue;
    private readonly OrtIoBinding binding;
    private readonly float* input;
    private readonly float* output;
    private readonly int inputLength;
    private readonly int outputLength;

    public NetworkBatch(InferenceSession session, bool ownsSession, string inputName, long[] inputShape, string outputName,
        long[] outputShape)
    {
        this.session = session;
        this.ownsSession = ownsSession;
        inputValue = Allocate(inputShape, out input, out inputLength);
        outputValue = Allocate(outputShape, out output, out outputLength);
        binding = session.CreateIoBinding();
        binding.BindInput(inputName, inputValue);
        binding.BindOutput(outputName, outputValue);
    }

    public Span<float> Input => new(input, inputLength);

    public ReadOnlySpan<float> Output => new(output, outputLength);

    public void Run(RunOptions options) => session.RunWithBinding(options, binding);

    public void Dispose()
    {
        binding.Dispose();
        inputValue.Dispose();
        outputValue.Dispose();
        if (ownsSession)
            session.Dispose();
    }

    private static OrtValue Allocate(long[] shape, out float* data, out int length)
    {
        var value = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Float, shape);
        var span = value.GetTensorMutableDataAsSpan<float>();
        span.Clear();
        length = span.Length;
        fixed (float* first = span)
            data = first;
        return value;
    }
}

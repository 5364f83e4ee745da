using Microsoft.ML.OnnxRuntime;

namespace LiveLandmarks.Training.Export;

/// <summary>Runs a model in ONNX Runtime on the CPU, in this process.</summary>
public sealed class OnnxRuntimeRunner : IDisposable
{
    private readonly InferenceSession session;
    private readonly string inputName;
    private readonly string outputName;
    private readonly long[] inputShape;

    /// <summary>Opens a model.</summary>
    /// <param name="model">The file's bytes.</param>
    /// <param name="inputName">Name of its input.</param>
    /// <param name="inputShape">Dimensions of the input, including the batch.</param>
    /// <param name="outputName">Name of the output to fetch.</param>
    /// <exception cref="ModelException">ONNX Runtime rejects the model.</exception>
    public OnnxRuntimeRunner(byte[] model, string inputName, long[] inputShape, string outputName)
    {
        (this.inputName, this.inputShape, this.outputName) = (inputName, inputShape, outputName);
        try
        {
            using var options = new SessionOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
            session = new InferenceSession(model, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new ModelException($"The exported model is rejected by ONNX Runtime: {e.Message.ReplaceLineEndings(" ").Trim()}", e);
        }
    }

    /// <summary>Runs the model once.</summary>
    /// <param name="input">A flat array of the input's shape.</param>
    /// <returns>The output as a flat array.</returns>
    public float[] Run(float[] input)
    {
        using var options = new RunOptions();
        using var value = OrtValue.CreateTensorValueFromMemory(input, inputShape);
        using var outputs = session.Run(options, [inputName], [value], [outputName]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();
}

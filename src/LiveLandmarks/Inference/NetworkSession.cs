using LiveLandmarks.Models;
using Microsoft.ML.OnnxRuntime;

namespace LiveLandmarks.Inference;

/// <summary>
/// A model on a device. Runs batches of any size; each size has its own buffers, allocated at its first use. Not thread-safe: only one
/// thread at a time may use a session.
/// </summary>
internal sealed class NetworkSession : IDisposable
{
    private const int MaxThreads = 4;

    private readonly ModelFile model;
    private readonly InferenceOptions options;
    private readonly IExecutionProvider provider;
    private readonly InferenceSession? session;
    private readonly RunOptions runOptions = new();
    private readonly Dictionary<int, NetworkBatch> batches = [];

    static NetworkSession() => OnnxTelemetry.TurnOff();

    private NetworkSession(ModelFile model, InferenceOptions options, IExecutionProvider provider, InferenceSession first,
        SelectedDevice device)
    {
        this.model = model;
        this.options = options;
        this.provider = provider;
        Device = device;
        if (provider.WantsFixedShapes)
            batches.Add(1, MakeBatch(first, ownsSession: true, 1));
        else
            session = first;
    }

    public SelectedDevice Device { get; }

    /// <summary>Opens a model on the requested device or, with <see cref="ExecutionDevice.Auto"/>, on the first one that works.</summary>
    /// <exception cref="DeviceUnavailableException">The device requested by name does not work on this machine.</exception>
    /// <exception cref="ModelException">The model cannot be run: it is damaged, or its shapes differ from those in its
    /// manifest.</exception>
    public static NetworkSession Open(ModelFile model, InferenceOptions options, IReadOnlyList<IExecutionProvider>? providers = null)
    {
        List<(ExecutionDevice, string)> rejected = [];
        foreach (var provider in providers ?? ExecutionProviders.All)
        {
            if (options.Device != ExecutionDevice.Auto && provider.Device != options.Device)
                continue;
            try
            {
                return Open(model, options, provider, rejected);
            }
            catch (Exception e) when (provider.Device != ExecutionDevice.Cpu && e is not ModelException)
            {
                rejected.Add((provider.Device, OneLine(e.Message)));
            }
            catch (OnnxRuntimeException e)
            {
                throw new ModelException($"{model.Manifest.Name}: ONNX Runtime refuses the model: {OneLine(e.Message)}", e);
            }
        }
        var reason = rejected.Count > 0 ? rejected[0].Item2 : "no provider is known for it";
        throw new DeviceUnavailableException(
            $"device '{options.Device.ToString().ToLowerInvariant()}' is not available: {reason}; choose another, or 'auto'.");
    }

    /// <summary>The buffers of a batch size: write the input, run the batch, read the output.</summary>
    /// <param name="size">Number of crops, at least 1.</param>
    public NetworkBatch Batch(int size)
    {
        if (!batches.TryGetValue(size, out var batch))
        {
            batch = session is null
                ? MakeBatch(OpenSession(model, options, provider, size), ownsSession: true, size)
                : MakeBatch(session, ownsSession: false, size);
            batches.Add(size, batch);
        }
        return batch;
    }

    /// <summary>Allocates the buffers of a batch size and runs them once, unless this was done before: the first run of a size is
    /// slow.</summary>
    /// <param name="size">Number of crops, at least 1.</param>
    public void Prepare(int size)
    {
        if (!batches.ContainsKey(size))
            Run(Batch(size));
    }

    public void Run(NetworkBatch batch) => batch.Run(runOptions);

    public void Dispose()
    {
        foreach (var batch in batches.Values)
            batch.Dispose();
        session?.Dispose();
        runOptions.Dispose();
    }

    private static NetworkSession Open(
        ModelFile model, InferenceOptions options, IExecutionProvider provider, List<(ExecutionDevice, string)> rejected)
    {
        var first = OpenSession(model, options, provider, 1);
        NetworkSession? opened = null;
        try
        {
            CheckShapes(model.Manifest, first);
            opened = new NetworkSession(model, options, provider, first, new SelectedDevice(provider.Device, rejected));
            // A provider can load and still fail at its first run, which is also slow: do the first run now.
            opened.Run(opened.Batch(1));
            return opened;
        }
        catch
        {
            if (opened is null)
                first.Dispose();
            else
                opened.Dispose();
            throw;
        }
    }

    private static InferenceSession OpenSession(ModelFile model, InferenceOptions options, IExecutionProvider provider, int batchSize)
    {
        using var sessionOptions = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
            IntraOpNumThreads = options.Threads > 0 ? options.Threads : Math.Min(Environment.ProcessorCount, MaxThreads),
            InterOpNumThreads = 1,
            // A memory pattern makes the second run of every batch size several times slower, and saves neither time nor memory afterwards.
            // DirectML does not support it.
            EnableMemoryPattern = false,
        };
        // Otherwise the runtime's threads keep spinning after a run, and the thread that decodes the next frame has to wait for a core.
        sessionOptions.AddSessionConfigEntry("session.force_spinning_stop", "1");
        provider.Configure(sessionOptions, options.DeviceIndex);
        if (provider.WantsFixedShapes)
            sessionOptions.AddFreeDimensionOverrideByName("N", batchSize);
        return new InferenceSession(model.Bytes, sessionOptions);
    }

    private static void CheckShapes(ModelManifest manifest, InferenceSession session)
    {
        if (!session.InputMetadata.TryGetValue(manifest.Input.Name, out var input) || !Matches(input, manifest.InputShape))
            throw Mismatch("input", manifest.Input.Name, manifest.InputShape);
        if (!session.OutputMetadata.TryGetValue(manifest.Output.Name, out var output)
            || !Matches(output, manifest.OutputShape))
            throw Mismatch("output", manifest.Output.Name, manifest.OutputShape);

        // A free dimension is -1; dimensions that the graph fixes must agree with the manifest.
        static bool Matches(NodeMetadata node, int[] shape)
        {
            if (node.ElementType != typeof(float) || node.Dimensions.Length != shape.Length + 1)
                return false;
            for (var i = 0; i < shape.Length; i++)
            {
                if (node.Dimensions[i + 1] != -1 && node.Dimensions[i + 1] != shape[i])
                    return false;
            }
            return true;
        }

        ModelException Mismatch(string what, string name, int[] shape) =>
            new($"{manifest.Name}: the graph has no {what} '{name}' of float [N, {string.Join(", ", shape)}] as the manifest says.");
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim();

    private NetworkBatch MakeBatch(InferenceSession target, bool ownsSession, int size)
    {
        var manifest = model.Manifest;
        return new NetworkBatch(
            target, ownsSession, manifest.Input.Name, WithCount(manifest.InputShape), manifest.Output.Name,
            WithCount(manifest.OutputShape));

        long[] WithCount(int[] shape) => [size, .. shape];
    }
}

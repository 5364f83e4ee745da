using LiveLandmarks.Diagnostics;
using LiveLandmarks.Inference;
using LiveLandmarks.Models;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenCvSharp;

namespace LiveLandmarks.Landmarks;

/// <summary>
/// The stacked-hourglass network, which finds landmarks in crops. Not thread-safe.
/// Architecture and loss: Wang, Bo and Li, "Adaptive Wing Loss for Robust Face Alignment via Heatmap Regression", ICCV 2019.
/// </summary>
public sealed class LandmarkNetwork : ILandmarkDetector
{
    // Each batch size has its own buffers, 1.9 MB per crop.
    private const int MaxInBatch = 8;

    private readonly ModelManifest manifest;
    private readonly NetworkSession session;
    private readonly CropSampler sampler;
    private readonly ImageTensor tensor;
    private readonly HeatmapDecoder decoder;
    private readonly LandmarkScheme output;

    /// <summary>Opens a network.</summary>
    /// <param name="model">A model of kind <see cref="ModelKind.Landmarks"/>.</param>
    /// <param name="options">Device and threads; null for the defaults.</param>
    /// <param name="decoding">How heatmaps are converted to points; null for the method in the model's manifest.</param>
    /// <param name="logger">Logs which device was chosen, and why not a better one; null to log nothing.</param>
    /// <exception cref="ModelException">The model is not a landmark model, or cannot be run.</exception>
    /// <exception cref="DeviceUnavailableException">The requested device does not work on this machine.</exception>
    public LandmarkNetwork(ModelFile model, InferenceOptions? options = null, HeatmapDecoding? decoding = null, ILogger? logger = null)
    {
        manifest = model.Manifest;
        if (manifest.Kind != ModelKind.Landmarks || manifest.Crop is null)
            throw new ModelException($"{manifest.Name}: not a landmark model.");
        output = manifest.GetScheme();
        Scheme = output.ResultScheme;
        CropRule = manifest.Crop;
        session = NetworkSession.Open(model, options ?? new InferenceOptions());
        (logger ?? NullLogger.Instance).DeviceChosen(manifest.Name, session.Device);
        sampler = new CropSampler(manifest.Input.Size);
        tensor = new ImageTensor(manifest.Input);
        decoder = new HeatmapDecoder(manifest.Output.Size, manifest.Input.Size, decoding ?? manifest.Decoding);
    }

    /// <summary>What the points of the results mean.</summary>
    public LandmarkScheme Scheme { get; }

    /// <summary>Name of the model.</summary>
    public string Name => manifest.Name;

    /// <summary>How a crop relates to a face.</summary>
    public CropRule CropRule { get; }

    /// <summary>Lowest mean peak height at which a crop is taken to show a face, 0 to 1.</summary>
    public float MinimumScore => manifest.MinimumScore;

    /// <inheritdoc/>
    public float ShutEyeShare => manifest.ShutEyeShare;

    /// <summary>The device that the network runs on.</summary>
    public SelectedDevice Device => session.Device;

    /// <summary>Locates the landmarks in all crops of an image, in batches of up to eight.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="crops">One square per face; may be empty.</param>
    /// <returns>One set of landmarks per crop, in the order of the crops. A low score means that the crop shows no face.</returns>
    public FaceLandmarks[] Locate(Mat image, IReadOnlyList<FaceCrop> crops) => Locate(image, crops, StageClock.Ignored);

    internal FaceLandmarks[] Locate(Mat image, IReadOnlyList<FaceCrop> crops, StageClock clock)
    {
        var faces = crops.Count == 0 ? [] : new FaceLandmarks[crops.Count];
        for (var first = 0; first < faces.Length; first += MaxInBatch)
            LocateBatch(image, crops, clock, faces, first, Math.Min(MaxInBatch, faces.Length - first));
        return faces;
    }

    /// <summary>
    /// Prepares for batches of up to this many faces, so that no frame has to wait and memory does not grow when another face comes into
    /// view. It runs the network several times; on devices with fixed shapes (DirectML) the graph is compiled once for each number of
    /// faces.
    /// </summary>
    /// <param name="mostFaces">Largest number of faces at once; values above eight have no effect, because a batch has no more.</param>
    public void Prepare(int mostFaces)
    {
        for (var faces = 1; faces <= Math.Min(mostFaces, MaxInBatch); faces++)
            session.Prepare(faces);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        session.Dispose();
        sampler.Dispose();
    }

    private void LocateBatch(Mat image, IReadOnlyList<FaceCrop> crops, StageClock clock, FaceLandmarks[] faces, int first, int count)
    {
        var batch = session.Batch(count);
        using (clock.Time(Stage.Crop))
        {
            for (var i = 0; i < count; i++)
                tensor.Write(sampler.Sample(image, crops[first + i]), batch.Input.Slice(i * tensor.Length, tensor.Length));
        }

        using (clock.Time(Stage.Network))
            session.Run(batch);

        using (clock.Time(Stage.Decode))
        {
            var length = batch.Output.Length / count;
            for (var i = 0; i < count; i++)
            {
                faces[first + i] = Decode(batch.Output.Slice(i * length, length), crops[first + i].ToImage(manifest.Input.Size));
            }
        }
    }

    private FaceLandmarks Decode(ReadOnlySpan<float> heatmaps, Similarity toImage)
    {
        Span<Landmark> all = stackalloc Landmark[output.Count];
        decoder.Decode(heatmaps, toImage, all);
        return new FaceLandmarks(Scheme, [.. all[..Scheme.Count]])
        {
            Pupils = output.Pupils is var (right, left) ? new FacePupils(all[right], all[left]) : null,
        };
    }
}

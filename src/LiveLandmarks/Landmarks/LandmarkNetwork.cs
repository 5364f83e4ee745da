using LiveLandmarks.Diagnostics;
using LiveLandmarks.Inference;
using LiveLandmarks.Models;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenCvSharp;

namespace LiveLandmarks.Landmarks;

/// <summary>
/// The stacked-hourglass network: crops in, landmarks out. Not thread-safe.
/// Architecture and loss: Wang, Bo and Li, "Adaptive Wing Loss for Robust Face Alignment via Heatmap Regression", ICCV 2019.
/// </summary>
public sealed class LandmarkNetwork : ILandmarkDetector
{
    // Each batch size keeps buffers of its own, 1.9 MB a crop.
    private const int MostInBatch = 8;

    private readonly ModelManifest manifest;
    private readonly NetworkSession session;
    private readonly CropSampler sampler;
    private readonly ImageTensor tensor;
    private readonly HeatmapDecoder decoder;
    private readonly LandmarkScheme output;

    /// <summary>Opens a network.</summary>
    /// <param name="model">A model of kind <see cref="ModelKind.Landmarks"/>.</param>
    /// <param name="options">Device and threads; null for the defaults.</param>
    /// <param name="decoding">How heatmaps become points; null for what the model's manifest says.</param>
    /// <param name="logger">Told which device was chosen, and why not a better one; null for nobody.</param>
    /// <exception cref="ModelException">The model finds no landmarks, or cannot be run.</exception>
    /// <exception cref="DeviceUnavailableException">The device asked for does not work here.</exception>
    public LandmarkNetwork(ModelFile model, InferenceOptions? options = null, HeatmapDecoding? decoding = null, ILogger? logger = null)
    {
        manifest = model.Manifest;
        if (manifest.Kind != ModelKind.Landmarks || manifest.Crop is null)
            throw new ModelException($"{manifest.Name}: not a landmark model.");
        output = manifest.GetScheme();
        Scheme = output.OfResults;
        CropRule = manifest.Crop;
        session = NetworkSession.Open(model, options ?? new InferenceOptions());
        (logger ?? NullLogger.Instance).DeviceChosen(manifest.Name, session.Device);
        sampler = new CropSampler(manifest.Input.Size);
        tensor = new ImageTensor(manifest.Input);
        decoder = new HeatmapDecoder(manifest.Output.Size, manifest.Input.Size, decoding ?? manifest.Decoding);
    }

    /// <summary>What the points of its results mean.</summary>
    public LandmarkScheme Scheme { get; }

    /// <summary>The model's name.</summary>
    public string Name => manifest.Name;

    /// <summary>How a crop relates to a face.</summary>
    public CropRule CropRule { get; }

    /// <summary>Mean peak height from which on a crop is taken to show a face, 0 to 1.</summary>
    public float MinimumScore => manifest.MinimumScore;

    /// <summary>The device that the network runs on.</summary>
    public SelectedDevice Device => session.Device;

    /// <summary>Locates the landmarks in all crops of an image, up to eight in one batch.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="crops">One square a face; none gives none.</param>
    /// <returns>As many faces, in the order of the crops, whether or not the crop shows one: look at the score.</returns>
    public FaceLandmarks[] Locate(Mat image, IReadOnlyList<FaceCrop> crops) => Locate(image, crops, StageClock.Ignored);

    internal FaceLandmarks[] Locate(Mat image, IReadOnlyList<FaceCrop> crops, StageClock clock)
    {
        var faces = crops.Count == 0 ? [] : new FaceLandmarks[crops.Count];
        for (var first = 0; first < faces.Length; first += MostInBatch)
            LocateBatch(image, crops, clock, faces, first, Math.Min(MostInBatch, faces.Length - first));
        return faces;
    }

    /// <summary>
    /// Makes ready for batches of up to so many faces, so that no frame waits for it and memory does not grow when one more face comes into
    /// view. Takes some runs of the network; on devices with fixed shapes (DirectML) the graph is compiled once for each number of faces.
    /// </summary>
    /// <param name="mostFaces">Most faces at once; beyond eight makes no difference, since a batch has no more.</param>
    public void Prepare(int mostFaces)
    {
        for (var faces = 1; faces <= Math.Min(mostFaces, MostInBatch); faces++)
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
        return new FaceLandmarks(Scheme, all[..Scheme.Count].ToArray())
        {
            Pupils = output.Pupils is var (right, left) ? new FacePupils(all[right], all[left]) : null,
        };
    }
}

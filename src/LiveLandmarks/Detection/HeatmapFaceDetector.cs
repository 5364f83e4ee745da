using LiveLandmarks.Inference;
using LiveLandmarks.Models;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenCvSharp;

namespace LiveLandmarks.Detection;

/// <summary>
/// A single-stage detector. Each cell has a score, the offset of the center and the logarithms of width and height (the layout of
/// CenterNet, Zhou et al. 2019, with a score map trained by the AWing loss). Not thread-safe.
/// </summary>
public sealed class HeatmapFaceDetector : IFaceDetector
{
    private readonly NetworkSession session;
    private readonly ImageTensor tensor;
    private readonly ModelManifest manifest;
    private readonly DetectorCanvas canvas;
    private readonly DetectorDecoder decoder;

    /// <summary>Opens a detector.</summary>
    /// <param name="model">A model of kind <see cref="ModelKind.Detector"/>.</param>
    /// <param name="options">Device and threads; null for the defaults.</param>
    /// <param name="logger">Logs which device was chosen, and why not a better one; null to log nothing.</param>
    /// <exception cref="ModelException">The model is not a detector, or cannot be run.</exception>
    /// <exception cref="DeviceUnavailableException">The requested device does not work on this machine.</exception>
    public HeatmapFaceDetector(ModelFile model, InferenceOptions? options = null, ILogger? logger = null)
    {
        manifest = model.Manifest;
        if (manifest.Kind != ModelKind.Detector || manifest.Output.Channels != DetectorDecoder.Channels)
            throw new ModelException($"{manifest.Name}: not a face detector with {DetectorDecoder.Channels} output channels.");
        session = NetworkSession.Open(model, options ?? new InferenceOptions());
        (logger ?? NullLogger.Instance).DeviceChosen(manifest.Name, session.Device);
        tensor = new ImageTensor(manifest.Input);
        canvas = new DetectorCanvas(manifest.Input.Size);
        decoder = new DetectorDecoder(manifest.Input.Size, manifest.Output.Size);
    }

    /// <inheritdoc/>
    public float MinimumScore => manifest.MinimumScore;

    /// <inheritdoc/>
    public IReadOnlyList<FaceBox> Detect(Mat image) => Detect(image, MinimumScore);

    /// <inheritdoc/>
    public IReadOnlyList<FaceBox> Detect(Mat image, float lowestScore)
    {
        var scale = canvas.Fit(image);
        var batch = session.Batch(1);
        tensor.Write(canvas.Picture, batch.Input);
        session.Run(batch);
        return decoder.Decode(batch.Output, lowestScore, scale);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        session.Dispose();
        canvas.Dispose();
    }
}

using LiveLandmarks.Geometry;
using LiveLandmarks.Inference;
using LiveLandmarks.Models;
using OpenCvSharp;

namespace LiveLandmarks.Detection;

/// <summary>
/// A single-stage detector: per cell a score, the centre's offset and the logarithms of width and height
/// (the layout of CenterNet, Zhou et al. 2019, with a score map trained by the AWing loss).
/// Not thread-safe.
/// </summary>
public sealed class HeatmapFaceDetector : IFaceDetector
{
    private const int Channels = 5;
    private const float MaximumOverlap = 0.4f;

    private readonly NetworkSession session;
    private readonly ImageTensor tensor;
    private readonly ModelManifest manifest;
    private readonly Mat canvas;
    private readonly List<FaceBox> boxes = [];

    /// <summary>Opens a detector.</summary>
    /// <param name="model">A model of kind <see cref="ModelKind.Detector"/>.</param>
    /// <param name="options">Device and threads; null for the defaults.</param>
    /// <exception cref="ModelException">The model is no detector, or cannot be run.</exception>
    /// <exception cref="DeviceUnavailableException">The device asked for does not work here.</exception>
    public HeatmapFaceDetector(ModelFile model, InferenceOptions? options = null)
    {
        manifest = model.Manifest;
        if (manifest.Kind != ModelKind.Detector || manifest.Output.Channels != Channels)
            throw new ModelException($"{manifest.Name}: not a face detector of {Channels} output channels.");
        session = NetworkSession.Open(model, options ?? new InferenceOptions());
        tensor = new ImageTensor(manifest.Input);
        canvas = new Mat(manifest.Input.Size, manifest.Input.Size, MatType.CV_8UC3, Scalar.Black);
    }

    /// <inheritdoc/>
    public IReadOnlyList<FaceBox> Detect(Mat image)
    {
        var scale = FitIntoCanvas(image);
        var batch = session.Batch(1);
        tensor.Write(canvas, batch.Input);
        session.Run(batch);
        Decode(batch.Output, scale);
        return NonMaximumSuppression.Keep(boxes, box => box, MaximumOverlap);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        session.Dispose();
        canvas.Dispose();
    }

    /// <summary>Scales the picture into the canvas' top-left corner, the rest black.</summary>
    private float FitIntoCanvas(Mat image)
    {
        var side = manifest.Input.Size;
        var scale = side / (float)Math.Max(image.Cols, image.Rows);
        var width = Math.Clamp((int)MathF.Round(image.Cols * scale), 1, side);
        var height = Math.Clamp((int)MathF.Round(image.Rows * scale), 1, side);
        canvas.SetTo(Scalar.Black);
        using var corner = new Mat(canvas, new Rect(0, 0, width, height));
        Cv2.Resize(image, corner, corner.Size(), 0, 0, scale < 1 ? InterpolationFlags.Area : InterpolationFlags.Linear);
        return scale;
    }

    private void Decode(ReadOnlySpan<float> map, float scale)
    {
        boxes.Clear();
        var size = manifest.Output.Size;
        var cells = size * size;
        var stride = manifest.Input.Size / (float)size / scale;
        for (var cell = 0; cell < cells; cell++)
        {
            var score = map[cell];
            var (y, x) = Math.DivRem(cell, size);
            if (!(score >= manifest.MinimumScore) || !IsPeak(map, size, x, y, score))
                continue;
            var centreX = (x + map[cells + cell] + 0.5f) * stride;
            var centreY = (y + map[2 * cells + cell] + 0.5f) * stride;
            var width = MathF.Exp(map[3 * cells + cell]) * stride;
            var height = MathF.Exp(map[4 * cells + cell]) * stride;
            if (float.IsFinite(width) && float.IsFinite(height) && float.IsFinite(centreX) && float.IsFinite(centreY))
                boxes.Add(new FaceBox(centreX - width / 2, centreY - height / 2, width, height, MathF.Min(score, 1)));
        }
    }

    private static bool IsPeak(ReadOnlySpan<float> map, int size, int x, int y, float score)
    {
        for (var v = Math.Max(0, y - 1); v <= Math.Min(size - 1, y + 1); v++)
        {
            for (var u = Math.Max(0, x - 1); u <= Math.Min(size - 1, x + 1); u++)
            {
                if (map[v * size + u] > score)
                    return false;
            }
        }
        return true;
    }
}

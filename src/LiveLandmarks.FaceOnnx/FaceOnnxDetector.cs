using FaceONNX;
using LiveLandmarks.Inference;
using Microsoft.ML.OnnxRuntime;
using OpenCvSharp;
using IFaceDetector = LiveLandmarks.Detection.IFaceDetector;

namespace LiveLandmarks.FaceOnnx;

/// <summary>
/// FaceONNX's face detector. It allocates arrays of floats for every picture, so it costs more than LiveLandmarks' own detector. Not
/// thread-safe.
/// </summary>
public sealed class FaceOnnxDetector : IFaceDetector
{
    private readonly FaceDetector detector;
    private float[][,] planes = [];

    private FaceOnnxDetector(FaceDetector detector) => this.detector = detector;

    /// <summary>Opens the detector; its weights are inside the FaceONNX package.</summary>
    /// <param name="options">The device; FaceONNX runs on DirectML, CUDA or the CPU.</param>
    /// <exception cref="DeviceUnavailableException">The requested device does not work here.</exception>
    public static IFaceDetector Open(InferenceOptions options)
    {
        using var session = new SessionOptions();
        try
        {
            if (options.Device == ExecutionDevice.DirectML)
                session.AppendExecutionProvider_DML(options.DeviceIndex);
            else if (options.Device == ExecutionDevice.Cuda)
                session.AppendExecutionProvider_CUDA(options.DeviceIndex);
            return new FaceOnnxDetector(new FaceDetector(session));
        }
        catch (Exception e) when (e is OnnxRuntimeException or DllNotFoundException or EntryPointNotFoundException)
        {
            throw new DeviceUnavailableException($"detector 'faceonnx' cannot run on {options.Device}: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<FaceBox> Detect(Mat image)
    {
        FillPlanes(image);
        return
        [
            .. detector.Forward(planes)
                .Select(face => new FaceBox(face.Rectangle.X, face.Rectangle.Y, face.Rectangle.Width, face.Rectangle.Height, face.Score))
                .Where(box => box.Width > 0 && box.Height > 0)
                .OrderByDescending(box => box.Score),
        ];
    }

    /// <inheritdoc/>
    public void Dispose() => detector.Dispose();

    /// <summary>Fills the input of FaceONNX: one array [row, column] per color, blue first, values 0 to 1.</summary>
    private void FillPlanes(Mat image)
    {
        var (rows, columns) = (image.Rows, image.Cols);
        if (planes.Length == 0 || planes[0].GetLength(0) != rows || planes[0].GetLength(1) != columns)
            planes = [new float[rows, columns], new float[rows, columns], new float[rows, columns]];
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                var pixel = image.At<Vec3b>(y, x);
                planes[0][y, x] = pixel.Item0 / 255f;
                planes[1][y, x] = pixel.Item1 / 255f;
                planes[2][y, x] = pixel.Item2 / 255f;
            }
        }
    }
}

using LiveLandmarks.Capture;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Tracking;
using Microsoft.Extensions.Logging;
using OpenCvSharp;

namespace LiveLandmarks;

/// <summary>The faces of single pictures, with landmarks and poses. Not thread-safe.</summary>
public sealed class FaceLandmarker : IDisposable
{
    private readonly FaceLocator locator;
    private readonly FaceLandmarkerOptions options;

    private FaceLandmarker(FaceLocator locator, FaceLandmarkerOptions options) => (this.locator, this.options) = (locator, options);

    /// <summary>Opens the networks for many pictures.</summary>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="loggers">Told which devices the networks run on; null to log nothing.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="ModelException">There are no models, or they cannot be used.</exception>
    /// <exception cref="DeviceUnavailableException">The device asked for does not work here.</exception>
    public static FaceLandmarker Create(FaceLandmarkerOptions? options = null, ILoggerFactory? loggers = null)
    {
        options ??= new FaceLandmarkerOptions();
        options.Validate();
        return new FaceLandmarker(FaceLocator.Open(options.Models, options.Inference, loggers), options);
    }

    /// <summary>Makes one of detectors of your own.</summary>
    /// <param name="detector">Finds faces; disposed with the landmarker.</param>
    /// <param name="landmarks">Finds their landmarks; disposed with the landmarker.</param>
    /// <param name="options">Of these, models and device make no difference; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static FaceLandmarker Create(IFaceDetector detector, ILandmarkDetector landmarks, FaceLandmarkerOptions? options = null)
    {
        options ??= new FaceLandmarkerOptions();
        options.Validate();
        return new FaceLandmarker(new FaceLocator(detector, landmarks), options);
    }

    /// <summary>The faces of a picture file. Opens the networks for this picture alone: for several, keep a landmarker.</summary>
    /// <param name="path">The file, whatever its format.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <returns>One entry a face, the surest first, numbered from 1; empty where there is none.</returns>
    /// <exception cref="InputException">No such file, or no picture that can be read.</exception>
    /// <exception cref="ModelException">There are no models, or they cannot be used.</exception>
    public static IReadOnlyList<TrackedFace> Detect(string path, FaceLandmarkerOptions? options = null)
    {
        using var image = ImageFile.Read(path);
        return Detect(image, options);
    }

    /// <summary>The faces of a picture. Opens the networks for this picture alone: for several, keep a landmarker.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <returns>One entry a face, the surest first, numbered from 1; empty where there is none.</returns>
    /// <exception cref="ModelException">There are no models, or they cannot be used.</exception>
    public static IReadOnlyList<TrackedFace> Detect(Mat image, FaceLandmarkerOptions? options = null)
    {
        using var landmarker = Create(options);
        return landmarker.Find(image);
    }

    /// <summary>The faces of a picture file.</summary>
    /// <param name="path">The file, whatever its format.</param>
    /// <returns>One entry a face, the surest first, numbered from 1; empty where there is none.</returns>
    /// <exception cref="InputException">No such file, or no picture that can be read.</exception>
    public IReadOnlyList<TrackedFace> Find(string path)
    {
        using var image = ImageFile.Read(path);
        return Find(image);
    }

    /// <summary>The faces of a picture.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <returns>One entry a face, the surest first, numbered from 1; empty where there is none.</returns>
    public IReadOnlyList<TrackedFace> Find(Mat image)
    {
        var camera = options.CameraFor(image.Cols, image.Rows);
        return [.. locator.Find(image, options.MaxFaces).Take(options.MaxFaces).Select((face, i) => StillFace.Of(i + 1, face, camera))];
    }

    /// <inheritdoc/>
    public void Dispose() => locator.Dispose();
}

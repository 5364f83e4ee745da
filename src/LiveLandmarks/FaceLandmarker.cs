using LiveLandmarks.Capture;
using LiveLandmarks.Expression;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Tracking;
using Microsoft.Extensions.Logging;
using OpenCvSharp;

namespace LiveLandmarks;

/// <summary>Finds the faces in single pictures, with landmarks and poses. Not thread-safe.</summary>
/// <example>
/// <code>
/// using LiveLandmarks;
///
/// using var landmarker = FaceLandmarker.Create();
/// foreach (var path in Directory.EnumerateFiles("photos", "*.jpg"))
/// {
///     foreach (var face in landmarker.Find(path))
///         Console.WriteLine($"{path}: {face.Score:0.00}, left eye {face.LeftEye.State}");
/// }
/// </code>
/// </example>
public sealed class FaceLandmarker : IDisposable
{
    private readonly FaceLocator locator;
    private readonly FaceLandmarkerOptions options;
    private readonly BlendshapeNetwork? blendshapes;

    private FaceLandmarker(FaceLocator locator, FaceLandmarkerOptions options, BlendshapeNetwork? blendshapes = null) =>
        (this.locator, this.options, this.blendshapes) = (locator, options, blendshapes);

    /// <summary>Opens the networks once, to process many pictures.</summary>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="loggers">Log which devices the networks run on; null to log nothing.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="ModelException">There are no models, or they cannot be used.</exception>
    /// <exception cref="DeviceUnavailableException">The requested device does not work on this machine.</exception>
    public static FaceLandmarker Create(FaceLandmarkerOptions? options = null, ILoggerFactory? loggers = null)
    {
        options ??= new FaceLandmarkerOptions();
        options.Validate();
        var (locator, blendshapes) = FaceNetworks.Open(options.Models, options.Inference, loggers);
        return new FaceLandmarker(locator, options, blendshapes);
    }

    /// <summary>Makes a landmarker that uses your own detectors.</summary>
    /// <param name="detector">Finds faces; disposed with the landmarker.</param>
    /// <param name="landmarks">Finds their landmarks; disposed with the landmarker.</param>
    /// <param name="options">The options for models and device have no effect; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static FaceLandmarker Create(IFaceDetector detector, ILandmarkDetector landmarks, FaceLandmarkerOptions? options = null)
    {
        options ??= new FaceLandmarkerOptions();
        options.Validate();
        return new FaceLandmarker(new FaceLocator(detector, landmarks), options);
    }

    /// <summary>Finds the faces in a picture file. Opens the networks for this picture alone; for several pictures, keep a
    /// landmarker.</summary>
    /// <param name="path">The file, in any supported format.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <returns>One entry per face, the most confident first, numbered from 1; empty if there are no faces.</returns>
    /// <exception cref="InputException">The file does not exist, or is not a readable picture.</exception>
    /// <exception cref="ModelException">There are no models, or they cannot be used.</exception>
    public static IReadOnlyList<TrackedFace> Detect(string path, FaceLandmarkerOptions? options = null)
    {
        using var image = ImageFile.Read(path);
        return Detect(image, options);
    }

    /// <summary>Finds the faces in a picture. Opens the networks for this picture alone; for several pictures, keep a landmarker.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <returns>One entry per face, the most confident first, numbered from 1; empty if there are no faces.</returns>
    /// <exception cref="ModelException">There are no models, or they cannot be used.</exception>
    public static IReadOnlyList<TrackedFace> Detect(Mat image, FaceLandmarkerOptions? options = null)
    {
        using var landmarker = Create(options);
        return landmarker.Find(image);
    }

    /// <summary>Finds the faces in a picture file.</summary>
    /// <param name="path">The file, in any supported format.</param>
    /// <returns>One entry per face, the most confident first, numbered from 1; empty if there are no faces.</returns>
    /// <exception cref="InputException">The file does not exist, or is not a readable picture.</exception>
    public IReadOnlyList<TrackedFace> Find(string path)
    {
        using var image = ImageFile.Read(path);
        return Find(image);
    }

    /// <summary>Finds the faces in a picture.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <returns>One entry per face, the most confident first, numbered from 1; empty if there are no faces.</returns>
    public IReadOnlyList<TrackedFace> Find(Mat image)
    {
        var camera = options.CameraFor(image.Cols, image.Rows);
        return
        [
            .. locator.Find(image, options.MaxFaces).Take(options.MaxFaces)
                .Select((face, i) => StillFace.Of(i + 1, face, camera, blendshapes, locator.Network.ShutEyeShare)),
        ];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        locator.Dispose();
        blendshapes?.Dispose();
    }
}

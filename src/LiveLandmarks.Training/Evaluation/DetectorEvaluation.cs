using LiveLandmarks.Capture;
using LiveLandmarks.Detection;
using LiveLandmarks.Inference;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Network;
using OpenCvSharp;

namespace LiveLandmarks.Training.Evaluation;

/// <summary>Measures a face detector on pictures with one annotated face each, and on pictures without any.</summary>
/// <param name="network">The network, in evaluation mode; not disposed here.</param>
/// <param name="shape">Its shape.</param>
/// <param name="leftOut">Called for each picture that cannot be used and is left out; null to throw at the first.</param>
internal sealed class DetectorEvaluation(HeatmapNetwork network, FaceDetectorOptions shape, Action<InputException>? leftOut = null)
{
    /// <summary>Overlap, as IoU with the bounding box of the landmarks or the annotated box, that counts as found.</summary>
    public const float Overlap = 0.3f;

    /// <summary>The minimum score of a face in the models of this trainer.</summary>
    public const float MinimumScore = 0.6f;

    private readonly DetectorDecoder decoder = new(shape.InputSize, shape.MapSize);
    private readonly NetworkRunner runner = new(network, shape.InputSize);
    private readonly ImageTensor tensor = new(NetworkInput.Of(shape.InputSize));

    /// <summary>Number of pictures left out so far.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The pictures whose face the network misses.</summary>
    /// <param name="faces">Pictures with an annotated face.</param>
    /// <param name="cancel">Stops the evaluation with an <see cref="OperationCanceledException"/>.</param>
    public IReadOnlyList<string> Missed(IReadOnlyList<AnnotatedFace> faces, CancellationToken cancel = default) =>
    [
        .. faces.Where(face =>
        {
            cancel.ThrowIfCancellationRequested();
            var expected = face.Box ?? FaceBox.Around(face.Points);
            return Detect(face.ImagePath) is { } found && !found.Any(box => box.IntersectionOverUnion(expected) >= Overlap);
        }).Select(face => face.ImagePath),
    ];

    /// <summary>Number of boxes found in pictures that show no face.</summary>
    /// <param name="backgrounds">Their files.</param>
    /// <param name="cancel">Stops the evaluation with an <see cref="OperationCanceledException"/>.</param>
    public int FalseAlarms(IReadOnlyList<string> backgrounds, CancellationToken cancel = default) => backgrounds.Sum(path =>
    {
        cancel.ThrowIfCancellationRequested();
        return Detect(path)?.Count ?? 0;
    });

    /// <summary>The faces in a picture; null if the picture is left out.</summary>
    private IReadOnlyList<FaceBox>? Detect(string path)
    {
        try
        {
            using var picture = ImageFile.Read(path);
            return Detect(picture);
        }
        catch (InputException e) when (leftOut is not null)
        {
            leftOut(e);
            LeftOut++;
            return null;
        }
    }

    private IReadOnlyList<FaceBox> Detect(Mat picture)
    {
        using var canvas = new DetectorCanvas(shape.InputSize);
        var scale = canvas.Fit(picture);
        var image = new float[tensor.Length];
        tensor.Write(canvas.Picture, image);
        return decoder.Decode(runner.Heatmaps(image), MinimumScore, scale);
    }
}

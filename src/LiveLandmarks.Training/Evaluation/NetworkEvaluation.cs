using LiveLandmarks.Capture;
using LiveLandmarks.Geometry;
using LiveLandmarks.Inference;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Export;
using LiveLandmarks.Training.Network;

namespace LiveLandmarks.Training.Evaluation;

/// <summary>Measures a network on annotated faces: crop from the annotated landmarks, decoding by mean shift, no second pass.</summary>
internal static class NetworkEvaluation
{
    /// <summary>The error of every face.</summary>
    /// <param name="network">The network, in evaluation mode.</param>
    /// <param name="faces">Faces of the network's scheme.</param>
    /// <param name="cancel">Ends the evaluation with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>NME as a share, normalised as the scheme says, with the picture's name.</returns>
    public static IReadOnlyList<(string Name, double? Error)> Measure(HeatmapNetwork network, IReadOnlyList<AnnotatedFace> faces, CancellationToken cancel = default)
    {
        var options = new LoaderOptions();
        using var sampler = new CropSampler(options.InputSize);
        var tensor = new ImageTensor(LandmarkExport.InputOf(options));
        var decoder = new HeatmapDecoder(options.MapSize, options.InputSize, HeatmapDecoding.MeanShift);
        var runner = new NetworkRunner(network, options.InputSize);
        var image = new float[tensor.Length];

        List<(string, double?)> results = [];
        foreach (var face in faces)
        {
            cancel.ThrowIfCancellationRequested();
            using var picture = ImageFile.Read(face.ImagePath);
            var crop = FaceCrop.FromLandmarks(face.Points, options.Crop);
            tensor.Write(sampler.Sample(picture, crop), image);
            var points = new Landmark[face.Points.Length];
            decoder.Decode(runner.Heatmaps(image), crop.ToImage(options.InputSize), points);
            var sum = 0.0;
            for (var i = 0; i < points.Length; i++)
                sum += points[i].DistanceTo(face.Points[i]);
            results.Add((Path.GetFileName(face.ImagePath), sum / points.Length / face.NormalisingLength));
        }
        return results;
    }
}

using LiveLandmarks.Capture;
using LiveLandmarks.Inference;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Network;
using OpenCvSharp;

namespace LiveLandmarks.Training.Evaluation;

/// <summary>Measures a network on annotated faces: one crop, decoding by mean shift, no second pass.</summary>
internal static class NetworkEvaluation
{
    /// <summary>Measures every face.</summary>
    /// <param name="network">The network, in evaluation mode.</param>
    /// <param name="faces">Faces of the network's scheme.</param>
    /// <param name="fromBox">Whether to crop from the face's box, where a face without a box counts as missed, instead of from the
    /// annotated landmarks.</param>
    /// <param name="leftOut">Called for each picture that cannot be used, whose face is left out; null to throw at the first.</param>
    /// <param name="cancel">Stops the evaluation with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The results in the order of the faces.</returns>
    /// <exception cref="InputException">A picture cannot be used, and <paramref name="leftOut"/> is null.</exception>
    public static IReadOnlyList<MeasuredFace> Measure(
        HeatmapNetwork network, IReadOnlyList<AnnotatedFace> faces, bool fromBox = false, Action<InputException>? leftOut = null,
        CancellationToken cancel = default)
    {
        var options = new LoaderOptions();
        using var sampler = new CropSampler(options.InputSize);
        var tensor = new ImageTensor(NetworkInput.Of(options.InputSize));
        var decoder = new HeatmapDecoder(options.MapSize, options.InputSize, HeatmapDecoding.MeanShift);
        var runner = new NetworkRunner(network, options.InputSize);
        var image = new float[tensor.Length];

        List<MeasuredFace> results = [];
        foreach (var face in faces)
        {
            cancel.ThrowIfCancellationRequested();
            var crop = fromBox && face.Box is { } box
                ? FaceCrop.FromBox(box, options.Crop)
                : FaceCrop.FromLandmarks(face.Points, options.Crop);
            if (fromBox && face.Box is null)
            {
                results.Add(new MeasuredFace(face, crop, null));
                continue;
            }
            using var picture = ReadOrLeaveOut(face, leftOut);
            if (picture is null)
                continue;
            tensor.Write(sampler.Sample(picture, crop), image);
            var points = new Landmark[face.Points.Length];
            decoder.Decode(runner.Heatmaps(image), crop.ToImage(options.InputSize), points);
            results.Add(new MeasuredFace(face, crop, points));
        }
        return results;
    }

    private static Mat? ReadOrLeaveOut(AnnotatedFace face, Action<InputException>? leftOut)
    {
        try
        {
            return ImageFile.Read(face.ImagePath);
        }
        catch (InputException e) when (leftOut is not null)
        {
            leftOut(e);
            return null;
        }
    }
}

using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Data.Detection;
using LiveLandmarks.Training.Evaluation;
using LiveLandmarks.Training.Network;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Commands;

/// <summary>What differs between training a landmark network and a face detector: what it sees, and how it is judged.</summary>
/// <param name="Source">Deals out the batches.</param>
/// <param name="Pictures">Pictures in an epoch.</param>
/// <param name="Replaced">The pictures that could not be used so far.</param>
/// <param name="Figure">What is measured at every checkpoint, a share: the lower the better.</param>
/// <param name="Measure">Measures it.</param>
internal sealed record TrainingJob(
    IBatchSource Source, long Pictures, Func<int> Replaced, string Figure, Func<HeatmapNetwork, IReadOnlyList<AnnotatedFace>, double> Measure) : IDisposable
{
    /// <summary>The job that options ask for.</summary>
    /// <param name="options">What to train.</param>
    /// <param name="faces">The training faces.</param>
    /// <param name="folder">The data set's folder.</param>
    /// <param name="cancel">Ends a measurement with an <see cref="OperationCanceledException"/>.</param>
    public static TrainingJob For(TrainingOptions options, IReadOnlyList<AnnotatedFace> faces, string folder, CancellationToken cancel) =>
        options.Detector is { } detector ? ForDetector(options, detector, faces, folder, cancel) : ForLandmarks(options, faces, cancel);

    /// <inheritdoc/>
    public void Dispose() => Source.Dispose();

    private static TrainingJob ForLandmarks(TrainingOptions options, IReadOnlyList<AnnotatedFace> faces, CancellationToken cancel)
    {
        var loader = new BatchLoader(faces, new LoaderOptions
        {
            BatchSize = options.BatchSize,
            Boundary = options.Network.Boundary,
            Seed = options.Seed,
            Augmentation = options.Augmentation,
            Balance = options.Balance,
            SkipBadPictures = true,
        });
        return new TrainingJob(
            loader,
            loader.EpochLength,
            () => loader.Replaced.Count,
            "NME",
            (network, test) => NetworkEvaluation.Measure(network, test, cancel: cancel).Average(face => face.Nme!.Value));
    }

    private static TrainingJob ForDetector(
        TrainingOptions options, FaceDetectorOptions detector, IReadOnlyList<AnnotatedFace> faces, string folder, CancellationToken cancel)
    {
        var scenes = new DetectorLoader(faces, new SceneOptions
        {
            BatchSize = options.BatchSize,
            InputSize = detector.InputSize,
            MapSize = detector.MapSize,
            Backgrounds = BackgroundPictures.In(folder),
            Augmentation = options.Augmentation,
            Seed = options.Seed,
        });
        return new TrainingJob(
            scenes,
            faces.Count,
            () => 0,
            "missed",
            (network, test) => (double)new DetectorEvaluation(network, detector).Missed(test, cancel).Count / test.Count);
    }
}

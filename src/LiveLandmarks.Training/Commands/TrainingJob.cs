using LiveLandmarks.Commands;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Data.Detection;
using LiveLandmarks.Training.Evaluation;
using LiveLandmarks.Training.Network;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Commands;

/// <summary>What differs between training a landmark network and training a face detector: the batches and the validation.</summary>
/// <param name="Source">Supplies the batches.</param>
/// <param name="Pictures">Pictures in an epoch.</param>
/// <param name="Replaced">Returns the pictures found unusable so far, one line each.</param>
/// <param name="Figure">Name of the figure that is measured at every checkpoint, a share; lower is better.</param>
/// <param name="Measure">Measures this figure on faces.</param>
internal sealed record TrainingJob(
    IBatchSource Source, long Pictures, Func<IReadOnlyList<string>> Replaced, string Figure,
    Func<HeatmapNetwork, IReadOnlyList<AnnotatedFace>, double> Measure) : IDisposable
{
    /// <summary>Makes the job for the options.</summary>
    /// <param name="options">What to train.</param>
    /// <param name="faces">The training faces.</param>
    /// <param name="folder">The data set's folder.</param>
    /// <param name="feed">How batches are prepared.</param>
    /// <param name="cancel">Stops a measurement with an <see cref="OperationCanceledException"/>.</param>
    public static TrainingJob For(
        TrainingOptions options, IReadOnlyList<AnnotatedFace> faces, string folder, FeedOptions feed, CancellationToken cancel) =>
        options.Detector is { } detector
            ? ForDetector(options, detector, faces, folder, feed, new SkippedPictures("livelandmarks-train"), cancel)
            : ForLandmarks(options, faces, feed, new SkippedPictures("livelandmarks-train"), cancel);

    /// <inheritdoc/>
    public void Dispose() => Source.Dispose();

    private static InputException NothingToValidateOn() =>
        new("None of the pictures to validate on can be used; see --validate and --validate-on.");

    private static TrainingJob ForLandmarks(
        TrainingOptions options, IReadOnlyList<AnnotatedFace> faces, FeedOptions feed, SkippedPictures leftOut, CancellationToken cancel)
    {
        var loader = new BatchLoader(faces, new LoaderOptions
        {
            BatchSize = options.BatchSize,
            Boundary = options.Network.Boundary,
            Seed = options.Seed,
            Augmentation = options.Augmentation,
            FaceModel = feed.Heads,
            Balance = options.Balance,
            Copies = options.Copies ?? new Dictionary<string, int>(),
            SkipBadPictures = true,
            Workers = feed.Workers,
            Prefetch = feed.Prefetch,
        });
        return new TrainingJob(
            loader,
            loader.EpochLength,
            () => loader.Replaced,
            "NME",
            (network, test) =>
            {
                var measured = NetworkEvaluation.Measure(network, test, leftOut: leftOut.Add, cancel: cancel);
                return measured.Count > 0 ? measured.Average(face => face.Nme!.Value) : throw NothingToValidateOn();
            });
    }

    private static TrainingJob ForDetector(
        TrainingOptions options, FaceDetectorOptions detector, IReadOnlyList<AnnotatedFace> faces, string folder, FeedOptions feed,
        SkippedPictures leftOut, CancellationToken cancel)
    {
        var scenes = new DetectorLoader(faces, new SceneOptions
        {
            BatchSize = options.BatchSize,
            InputSize = detector.InputSize,
            MapSize = detector.MapSize,
            Backgrounds = BackgroundPictures.In(folder),
            Augmentation = options.Augmentation,
            Seed = options.Seed,
            Workers = feed.Workers,
            Prefetch = feed.Prefetch,
        });
        return new TrainingJob(
            scenes,
            faces.Count,
            () => scenes.Replaced,
            "missed",
            (network, test) =>
            {
                var evaluation = new DetectorEvaluation(network, detector, leftOut.Add);
                var missed = (double)evaluation.Missed(test, cancel).Count;
                return test.Count > evaluation.LeftOut ? missed / (test.Count - evaluation.LeftOut) : throw NothingToValidateOn();
            });
    }
}

using LiveLandmarks.Capture;
using LiveLandmarks.Training.Network;

namespace LiveLandmarks.Training.Data.Detection;

/// <summary>Deals out scenes with faces and what a face detector should make of them, prepared on its own threads.</summary>
public sealed class DetectorLoader : IBatchSource
{
    private readonly BatchWorkers workers;

    /// <summary>Starts the threads.</summary>
    /// <param name="faces">Pictures with one annotated face each; where they have no box, one is made around the landmarks.</param>
    /// <param name="options">How they become scenes.</param>
    /// <exception cref="InputException">There are no faces, or a background cannot be read.</exception>
    public DetectorLoader(IReadOnlyList<AnnotatedFace> faces, SceneOptions options)
    {
        if (faces.Count == 0)
            throw new InputException("The training set is empty; check the data set's folder and what is left out of it.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.BatchSize);
        var pictures = new PictureStore(faces, new LoaderOptions());
        byte[][] backgrounds = [.. options.Backgrounds.Select(PictureBytes.Read)];
        workers = new BatchWorkers(
            options.Workers,
            options.Prefetch,
            () => new Batch(options.BatchSize, options.InputSize, options.MapSize, FaceDetectorNetwork.Channels),
            () => new SceneRenderer(faces, pictures, backgrounds, options));
    }

    /// <inheritdoc/>
    public Batch Next(long step) => workers.Next(step);

    /// <inheritdoc/>
    public void Return(Batch batch) => workers.Return(batch);

    /// <inheritdoc/>
    public void Dispose() => workers.Dispose();
}

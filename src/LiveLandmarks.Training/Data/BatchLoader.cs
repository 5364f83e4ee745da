using LiveLandmarks.Training.Data.Turning;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// Prepares batches of crops on its own threads, ahead of the training. The content of a batch depends on seed and step alone, not on the
/// number of threads or on earlier calls. Memory use stays constant: batches are reused, and pictures are kept up to a limit. Call
/// <see cref="Next"/> and <see cref="Return"/> from one thread.
/// </summary>
public sealed class BatchLoader : IBatchSource
{
    private readonly LoaderOptions options;
    private readonly EpochOrder order;
    private readonly PictureStore pictures;
    private readonly BadPictures badPictures = new();
    private readonly BatchWorkers workers;

    /// <summary>Starts the threads.</summary>
    /// <param name="faces">Faces of one scheme.</param>
    /// <param name="options">How faces become batches.</param>
    /// <exception cref="InputException">There are no faces, they differ in scheme, or heads are to be turned without a face
    /// model.</exception>
    public BatchLoader(IReadOnlyList<AnnotatedFace> faces, LoaderOptions options)
    {
        if (faces.Count == 0)
            throw new InputException("The training set is empty; check the data set's folder and what is left out of it.");
        if (faces.FirstOrDefault(face => face.Scheme != faces[0].Scheme) is { } other)
            throw new InputException(
                $"{other.Source}: landmarks of {other.Scheme} among those of {faces[0].Scheme}; train on one scheme at a time.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.BatchSize);

        this.options = options;
        order = new EpochOrder(CopiesOf(faces, options), options.Seed, options.Shuffle);
        pictures = new PictureStore(faces, options);
        var turned = TurnedFaces.For(faces, options);
        workers = new BatchWorkers(
            options.Workers,
            options.Prefetch,
            () => Batch.OfPoints(options.BatchSize, options.InputSize, options.MapSize, faces[0].Scheme.Count, options.Boundary),
            () => new BatchRenderer(faces, options, order, pictures, badPictures, turned));
    }

    /// <summary>Samples in an epoch; more than the number of faces if some faces are used several times.</summary>
    public int EpochLength => order.Length;

    /// <summary>Steps in an epoch; the last batch is filled up from the next epoch if necessary.</summary>
    public long StepsPerEpoch => (order.Length + options.BatchSize - 1) / options.BatchSize;

    /// <summary>Bytes of pictures that are currently kept in memory.</summary>
    public long CachedBytes => pictures.BytesKept;

    /// <summary>The pictures that could not be used and were replaced, one line each.</summary>
    public IReadOnlyList<string> Replaced => badPictures.Messages;

    /// <inheritdoc/>
    public Batch Next(long step) => workers.Next(step);

    /// <inheritdoc/>
    public void Return(Batch batch) => workers.Return(batch);

    /// <inheritdoc/>
    public void Dispose() => workers.Dispose();

    private static IReadOnlyList<int> CopiesOf(IReadOnlyList<AnnotatedFace> faces, LoaderOptions options)
    {
        var rare = options.Balance?.Copies(faces) ?? [.. Enumerable.Repeat(1, faces.Count)];
        return [.. faces.Zip(rare,
            (face, copies) => face.Subsets.Aggregate(copies, (product, subset) => product * options.Copies.GetValueOrDefault(subset, 1)))];
    }
}

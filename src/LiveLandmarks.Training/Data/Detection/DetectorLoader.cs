using LiveLandmarks.Training.Network;

namespace LiveLandmarks.Training.Data.Detection;

/// <summary>Supplies scenes with faces and the targets of a face detector, prepared on its own threads.</summary>
public sealed class DetectorLoader : IBatchSource
{
    private readonly BadPictures badPictures = new();
    private readonly BatchWorkers workers;

    /// <summary>Starts the threads.</summary>
    /// <param name="faces">Pictures with one annotated face each; if a face has no box, one is made around its landmarks.</param>
    /// <param name="options">How faces become scenes.</param>
    /// <exception cref="InputException">There are no faces.</exception>
    public DetectorLoader(IReadOnlyList<AnnotatedFace> faces, SceneOptions options)
    {
        if (faces.Count == 0)
            throw new InputException("The training set is empty; check the data set's folder and what is left out of it.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.BatchSize);
        var pictures = new PictureStore(faces, new LoaderOptions());
        var backgrounds = ReadBackgrounds(options, faces.Count);
        options = options with { Backgrounds = [.. backgrounds.Select(background => background.Path)] };
        workers = new BatchWorkers(
            options.Workers,
            options.Prefetch,
            () => new Batch(options.BatchSize, options.InputSize, options.MapSize, FaceDetectorNetwork.Channels),
            () => new SceneRenderer(faces, pictures, [.. backgrounds.Select(background => background.Bytes)], badPictures, options));
    }

    /// <summary>The pictures that could not be used and were replaced, one line each.</summary>
    public IReadOnlyList<string> Replaced => badPictures.Messages;

    /// <inheritdoc/>
    public Batch Next(long step) => workers.Next(step);

    /// <inheritdoc/>
    public void Return(Batch batch) => workers.Return(batch);

    /// <inheritdoc/>
    public void Dispose() => workers.Dispose();

    private List<(string Path, byte[] Bytes)> ReadBackgrounds(SceneOptions options, int faces)
    {
        List<(string, byte[])> read = [];
        foreach (var path in options.Backgrounds)
        {
            try
            {
                read.Add((path, PictureBytes.Read(path)));
            }
            catch (InputException e)
            {
                badPictures.Add(faces + badPictures.Messages.Count, e.Message);
            }
        }
        return read;
    }
}

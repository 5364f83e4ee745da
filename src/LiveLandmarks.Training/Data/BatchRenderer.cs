using LiveLandmarks.Training.Data.Turning;

namespace LiveLandmarks.Training.Data;

/// <summary>Fills batches with crops of faces and the landmarks in them.</summary>
internal sealed class BatchRenderer : IBatchRenderer
{
    private const int MaxReplacements = 100;

    private readonly IReadOnlyList<AnnotatedFace> faces;
    private readonly LoaderOptions options;
    private readonly EpochOrder order;
    private readonly PictureStore pictures;
    private readonly BadPictures badPictures;
    private readonly Augmenter augmenter;
    private readonly HeatmapTargets targets;
    private readonly SampleTurner? turner;

    public BatchRenderer(IReadOnlyList<AnnotatedFace> faces, LoaderOptions options, EpochOrder order, PictureStore pictures,
        BadPictures badPictures, TurnedFaces? turned = null)
    {
        (this.faces, this.options, this.order, this.pictures, this.badPictures) = (faces, options, order, pictures, badPictures);
        augmenter = new Augmenter(options);
        targets = new HeatmapTargets(faces[0].Scheme, options.InputSize, options.MapSize, options.Boundary, options.QuantizedTargets);
        turner = turned is null ? null : new SampleTurner(turned, options);
    }

    /// <inheritdoc/>
    public void Fill(Batch batch, long step)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            var sample = step * batch.Count + i;
            Fill(batch, i, order.At(sample), sample);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        augmenter.Dispose();
        turner?.Dispose();
    }

    private void Fill(Batch batch, int place, int index, long sample)
    {
        var image = 3 * batch.InputSize * batch.InputSize;
        for (var replacements = 0; ; replacements++, index = (index + 1) % faces.Count)
        {
            try
            {
                var (placement, shown) = Show(index, sample, batch.Images.AsSpan(place * image, image));
                targets.Place(placement.ToCrop(shown, batch.InputSize), Part(batch.Points, place, batch.Count),
                    Part(batch.Boundary, place, batch.Count));
                return;
            }
            catch (InputException e) when (options.SkipBadPictures && replacements < Math.Min(MaxReplacements, faces.Count - 1))
            {
                badPictures.Add(index, e.Message);
            }
        }
    }

    /// <summary>Writes a sample's input.</summary>
    /// <returns>The place of its crop, and the face as it is shown.</returns>
    private (CropPlacement Placement, AnnotatedFace Shown) Show(int index, long sample, Span<float> planes)
    {
        var (face, picture) = (faces[index], pictures.Load(index));
        if (turner?.Turn(index, face, picture, sample) is not { } turned)
        {
            var placement = augmenter.Place(face, sample);
            return (placement, augmenter.Write(picture, face, placement, sample, planes));
        }
        var crop = augmenter.Place(turned.Face, sample);
        return (crop, augmenter.Write(turned.Image, turned.Face, crop, sample, planes));
    }

    private static Span<float> Part(float[] all, int place, int count) => all.AsSpan(place * (all.Length / count), all.Length / count);
}

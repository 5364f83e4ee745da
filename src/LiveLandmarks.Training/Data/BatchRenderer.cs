using LiveLandmarks.Capture;
using LiveLandmarks.Geometry;

namespace LiveLandmarks.Training.Data;

/// <summary>Fills batches with crops of faces and their heatmaps.</summary>
internal sealed class BatchRenderer : IBatchRenderer
{
    private const int MostReplacements = 100;

    private readonly IReadOnlyList<AnnotatedFace> faces;
    private readonly LoaderOptions options;
    private readonly EpochOrder order;
    private readonly PictureStore pictures;
    private readonly BadPictures badPictures;
    private readonly Augmenter augmenter;
    private readonly HeatmapTargets targets;

    public BatchRenderer(IReadOnlyList<AnnotatedFace> faces, LoaderOptions options, EpochOrder order, PictureStore pictures, BadPictures badPictures)
    {
        (this.faces, this.options, this.order, this.pictures, this.badPictures) = (faces, options, order, pictures, badPictures);
        augmenter = new Augmenter(options);
        targets = new HeatmapTargets(faces[0].Scheme, options.InputSize, options.MapSize, options.Boundary, options.QuantisedTargets);
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
    public void Dispose() => augmenter.Dispose();

    private void Fill(Batch batch, int place, int index, long sample)
    {
        var image = 3 * batch.InputSize * batch.InputSize;
        for (var replacements = 0; ; replacements++, index = (index + 1) % faces.Count)
        {
            var face = faces[index];
            try
            {
                var placement = augmenter.Place(face, sample);
                var shown = augmenter.Write(pictures.Load(index), face, placement, sample, batch.Images.AsSpan(place * image, image));
                WriteTargets(batch, place, placement.ToCrop(shown, batch.InputSize));
                return;
            }
            catch (InputException e) when (options.SkipBadPictures && replacements < Math.Min(MostReplacements, faces.Count - 1))
            {
                badPictures.Add(index, e.Message);
            }
        }
    }

    private void WriteTargets(Batch batch, int place, Landmark[] points)
    {
        if (batch.HasPoints)
            targets.Place(points, Part(batch.Points, place, batch.Count), Part(batch.Boundary, place, batch.Count));
        else
            targets.Render(points, Part(batch.Heatmaps, place, batch.Count), Part(batch.Weights, place, batch.Count));
    }

    private static Span<float> Part(float[] all, int place, int count) => all.AsSpan(place * (all.Length / count), all.Length / count);
}

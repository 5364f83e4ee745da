namespace LiveLandmarks.Training.Data.Detection;

/// <summary>Fills batches with scenes and the detector's targets.</summary>
internal sealed class SceneRenderer : IBatchRenderer
{
    private const int ScenePurpose = 4, PixelPurpose = 5, ColorPurpose = 6, DarknessPurpose = 9;

    private readonly SceneOptions options;
    private readonly ScenePainter painter;
    private readonly PixelAugmenter pixels;
    private readonly ColorAugmenter colors;
    private readonly Scene scene = new();

    public SceneRenderer(IReadOnlyList<AnnotatedFace> faces, PictureStore pictures, IReadOnlyList<byte[]> backgrounds,
        BadPictures badPictures, SceneOptions options)
    {
        this.options = options;
        painter = new ScenePainter(faces, pictures, backgrounds, badPictures, options);
        pixels = new PixelAugmenter(options.Augmentation);
        colors = new ColorAugmenter(options.Augmentation);
    }

    /// <inheritdoc/>
    public void Fill(Batch batch, long step)
    {
        var image = 3 * batch.InputSize * batch.InputSize;
        var maps = batch.Channels * batch.MapSize * batch.MapSize;
        for (var i = 0; i < batch.Count; i++)
        {
            var sample = step * batch.Count + i;
            var canvas = painter.Paint(scene, new SampleRandom(options.Seed, sample, ScenePurpose));
            pixels.Apply(canvas, null, new SampleRandom(options.Seed, sample, PixelPurpose));
            colors.Write(
                canvas, mirrored: false, new SampleRandom(options.Seed, sample, DarknessPurpose),
                new SampleRandom(options.Seed, sample, ColorPurpose), batch.Images.AsSpan(i * image, image));
            DetectorTargets.Render(
                scene, batch.InputSize / (float)batch.MapSize, batch.MapSize, batch.Heatmaps.AsSpan(i * maps, maps),
                batch.Weights.AsSpan(i * maps, maps));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        painter.Dispose();
        pixels.Dispose();
        colors.Dispose();
    }
}

using LiveLandmarks.Landmarks;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// Makes a network's input from a picture: draws where the crop lies, cuts it out and disturbs its pixels. The same seed and sample
/// number give the same result. Owns its buffers; not thread-safe.
/// </summary>
internal sealed class Augmenter : IDisposable
{
    private const int PlacementPurpose = 0;
    private const int PixelPurpose = 1;
    private const int ColourPurpose = 2;

    private readonly LoaderOptions options;
    private readonly CropSampler sampler;
    private readonly PixelAugmenter pixels;

    /// <summary>Prepares buffers.</summary>
    /// <param name="options">Sizes, proportions, disturbances and the seed.</param>
    public Augmenter(LoaderOptions options)
    {
        this.options = options;
        sampler = new CropSampler(options.InputSize);
        pixels = new PixelAugmenter(options.Augmentation);
    }

    /// <summary>Where a sample's crop lies.</summary>
    /// <param name="face">The face.</param>
    /// <param name="sample">Number of the sample since the start of the run.</param>
    public CropPlacement Place(AnnotatedFace face, long sample) => CropPlacement.Draw(
        face, options.Crop, options.InputSize, options.Augmentation, new SampleRandom(options.Seed, sample, PlacementPurpose));

    /// <summary>Writes a sample's input.</summary>
    /// <param name="picture">The face's picture.</param>
    /// <param name="path">Its name, for messages.</param>
    /// <param name="placement">Where the crop lies.</param>
    /// <param name="sample">Number of the sample since the start of the run.</param>
    /// <param name="planes">[3, S, S], written: RGB, 0 to 1.</param>
    public void Write(StoredPicture picture, string path, CropPlacement placement, long sample, Span<float> planes)
    {
        using var image = PictureBytes.Decode(picture.Bytes, path);
        var crop = sampler.Sample(image, picture.Of(placement.Crop));
        pixels.Apply(crop, new SampleRandom(options.Seed, sample, PixelPurpose));
        PlaneWriter.Disturb(crop, placement.Mirrored, options.Augmentation, new SampleRandom(options.Seed, sample, ColourPurpose), planes);
    }

    public void Dispose()
    {
        sampler.Dispose();
        pixels.Dispose();
    }
}

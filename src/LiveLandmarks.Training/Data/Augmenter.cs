using LiveLandmarks.Expression;
using LiveLandmarks.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// Makes a network's input from a picture: draws the place of the crop, cuts it out and augments its pixels. The same seed and sample
/// number give the same result. Owns its buffers; not thread-safe.
/// </summary>
internal sealed class Augmenter : IDisposable
{
    private const int PlacementPurpose = 0;
    private const int PixelPurpose = 1;
    private const int ColorPurpose = 2;
    private const int LidPurpose = 3;
    private const int CoverPurpose = 4;
    private const int DarknessPurpose = 5;

    // Shares are drawn up to this multiple of the maximum and then limited to it, so that a third of them are the maximum.
    private const float OftenWhole = 1.5f;
    private const float WinkChance = 0.15f;

    private readonly LoaderOptions options;
    private readonly CropSampler sampler;
    private readonly PixelAugmenter pixels;
    private readonly ColorAugmenter colors;
    private readonly CoveredAreas covered = new();

    /// <summary>Prepares buffers.</summary>
    /// <param name="options">Sizes, proportions, augmentation and seed.</param>
    public Augmenter(LoaderOptions options)
    {
        this.options = options;
        sampler = new CropSampler(options.InputSize);
        pixels = new PixelAugmenter(options.Augmentation);
        colors = new ColorAugmenter(options.Augmentation);
    }

    /// <summary>Draws the place of a sample's crop.</summary>
    /// <param name="face">The face.</param>
    /// <param name="sample">Number of the sample since the start of the run.</param>
    public CropPlacement Place(AnnotatedFace face, long sample) => CropPlacement.Draw(
        face, options.Crop, options.InputSize, options.Augmentation, new SampleRandom(options.Seed, sample, PlacementPurpose));

    /// <summary>Writes a sample's input.</summary>
    /// <param name="picture">The face's picture.</param>
    /// <param name="face">The face, whose picture's name appears in messages.</param>
    /// <param name="placement">Where the crop lies.</param>
    /// <param name="sample">Number of the sample since the start of the run.</param>
    /// <param name="planes">[3, S, S], written: RGB, 0 to 1.</param>
    /// <returns>The face as it is shown, with the landmarks that the augmentation moved, and lower confidences where it covered
    /// them.</returns>
    public AnnotatedFace Write(StoredPicture picture, AnnotatedFace face, CropPlacement placement, long sample, Span<float> planes)
    {
        using var image = PictureBytes.Decode(picture.Bytes, face.ImagePath);
        var shown = ShutEyes(image, picture, face, new SampleRandom(options.Seed, sample, LidPurpose));
        return Write(image, picture.Of(placement.Crop), shown, placement, sample, planes);
    }

    /// <summary>Writes a sample's input.</summary>
    /// <param name="image">The picture: BGR, 8 bits.</param>
    /// <param name="face">The face in it.</param>
    /// <param name="placement">Where the crop lies, in pixels of the picture.</param>
    /// <param name="sample">Number of the sample since the start of the run.</param>
    /// <param name="planes">[3, S, S], written: RGB, 0 to 1.</param>
    /// <returns>The face as it is shown: its landmarks less sure where they are covered.</returns>
    public AnnotatedFace Write(Mat image, AnnotatedFace face, CropPlacement placement, long sample, Span<float> planes) =>
        Write(image, placement.Crop, face, placement, sample, planes);

    public void Dispose()
    {
        sampler.Dispose();
        pixels.Dispose();
        colors.Dispose();
    }

    private AnnotatedFace Write(Mat image, FaceCrop place, AnnotatedFace shown, CropPlacement placement, long sample, Span<float> planes)
    {
        var crop = sampler.Sample(image, place);
        covered.Clear();
        // The crop is mirrored last.
        var inCrop = (placement with { Mirrored = false }).ToCrop(shown, options.InputSize);
        FaceCovers.Draw(
            crop, shown.Scheme, inCrop, options.Augmentation, covered, new SampleRandom(options.Seed, sample, CoverPurpose));
        pixels.Apply(crop, covered, new SampleRandom(options.Seed, sample, PixelPurpose));
        colors.Write(
            crop, placement.Mirrored, new SampleRandom(options.Seed, sample, DarknessPurpose),
            new SampleRandom(options.Seed, sample, ColorPurpose), planes);
        var points = covered.Dim(shown.Points, inCrop, options.Augmentation.CoveredHeight);
        return ReferenceEquals(points, shown.Points) ? shown : shown with { Points = points };
    }

    private AnnotatedFace ShutEyes(Mat image, StoredPicture picture, AnnotatedFace face, SampleRandom random)
    {
        var dose = options.Augmentation.ShutEyes;
        if (!random.Happens(dose.Chance) || FaceApertures.Of(face.Scheme) is not { } apertures)
            return face;
        var share = MathF.Min(1, random.Between(0, OftenWhole)) * dose.Amount;
        var winks = random.Happens(WinkChance);
        var right = random.Happens(0.5f);
        var points = picture.Of(face.Points);
        if (!winks || right)
            LidClosing.Apply(image, points, apertures.RightEye, share);
        if (!winks || !right)
            LidClosing.Apply(image, points, apertures.LeftEye, share);
        Pupils.Hide(face.Scheme, points);
        return face with { Points = picture.ToImage(points) };
    }
}

using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Tests.Data;

public class AugmenterTests
{
    private const int Size = 256;
    private const int Plane = Size * Size;

    private static readonly StoredPicture Gradient = new(Pictures.GradientPng());
    private static readonly AnnotatedFace Face = Pictures.Face();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_landmark_lands_on_its_pixel_mirrored_or_not(bool mirrored)
    {
        var augmentation = Augmentation.None
            with { Rotation = new Strength(1, 40), Translation = new Strength(1, 20), Scale = new Strength(1, 0.15f),
                MirrorChance = mirrored ? 1 : 0 };
        using var augmenter = new Augmenter(new LoaderOptions { Augmentation = augmentation });
        for (var sample = 0; sample < 5; sample++)
        {
            var placement = augmenter.Place(Face, sample);
            var planes = Write(augmenter, placement, sample);
            var points = placement.ToCrop(Face, Size);
            for (var i = 0; i < points.Length; i++)
            {
                var (x, y) = ((int)MathF.Round(points[i].X), (int)MathF.Round(points[i].Y));
                if (x < 0 || y < 0 || x >= Size || y >= Size)
                    continue;

                // Red is 100 everywhere, green is the row of the image, blue the column.
                var annotated = Face.Points[mirrored ? Face.Scheme.Mirror[i] : i];
                Assert.Equal(annotated.X, 255 * planes[2 * Plane + y * Size + x], 1.2f);
                Assert.Equal(annotated.Y, 255 * planes[Plane + y * Size + x], 1.2f);
                Assert.Equal(100, 255 * planes[y * Size + x], 0.01f);
            }
        }
    }

    [Fact]
    public void The_same_sample_gives_identical_pixels_and_another_one_does_not()
    {
        var options = new LoaderOptions { Augmentation = Everything, Seed = 5 };
        using var first = new Augmenter(options);
        using var second = new Augmenter(options);
        Write(second, second.Place(Face, 1), 1);
        var once = Write(first, first.Place(Face, 2), 2);
        Assert.Equal(once, Write(second, second.Place(Face, 2), 2));
        Assert.NotEqual(once, Write(second, second.Place(Face, 3), 3));
        using var otherSeed = new Augmenter(options with { Seed = 6 });
        Assert.NotEqual(once, Write(otherSeed, otherSeed.Place(Face, 2), 2));
    }

    [Fact]
    public void Disturbing_pixels_does_not_move_the_crop()
    {
        using var plain = new Augmenter(new LoaderOptions { Augmentation = Augmentation.Paper });
        using var rough = new Augmenter(
            new LoaderOptions { Augmentation = Augmentation.Paper with { Jpeg = new Strength(1, 80), Hue = new Strength(1, 10) } });
        Assert.All(Enumerable.Range(0, 20), i => Assert.Equal(plain.Place(Face, i), rough.Place(Face, i)));
    }

    public static TheoryData<string> Disturbances =>
    [
        nameof(Augmentation.Blur), nameof(Augmentation.MotionBlur), nameof(Augmentation.Noise), nameof(Augmentation.Occlusion),
        nameof(Augmentation.Brightness),
        nameof(Augmentation.Contrast), nameof(Augmentation.Saturation), nameof(Augmentation.Hue), nameof(Augmentation.GreyChance),
        nameof(Augmentation.LowResolution),
        nameof(Augmentation.Jpeg),
    ];

    [Theory]
    [MemberData(nameof(Disturbances))]
    public void Each_disturbance_changes_pixels_and_keeps_them_between_0_and_1(string name)
    {
        var none = Augmentation.None;
        var augmentation = name switch
        {
            nameof(Augmentation.Blur) => none with { Blur = new Strength(1, 3) },
            nameof(Augmentation.MotionBlur) => none with { MotionBlur = new Strength(1, 11) },
            nameof(Augmentation.Noise) => none with { Noise = new Strength(1, 60) },
            nameof(Augmentation.Occlusion) => none with { Occlusion = new Strength(1, 0.9f) },
            nameof(Augmentation.Brightness) => none with { Brightness = new Strength(1, 0.9f) },
            nameof(Augmentation.Contrast) => none with { Contrast = new Strength(1, 0.9f) },
            nameof(Augmentation.Saturation) => none with { Saturation = new Strength(1, 0.9f) },
            nameof(Augmentation.Hue) => none with { Hue = new Strength(1, 90) },
            nameof(Augmentation.GreyChance) => none with { GreyChance = 1 },
            nameof(Augmentation.LowResolution) => none with { LowResolution = new Strength(1, 6) },
            _ => none with { Jpeg = new Strength(1, 95) },
        };
        using var plain = new Augmenter(new LoaderOptions { Augmentation = none });
        using var disturbed = new Augmenter(new LoaderOptions { Augmentation = augmentation });
        var placement = plain.Place(Face, 0);
        var picture = new StoredPicture(Pictures.Jpeg());
        var before = Write(plain, placement, 0, picture);
        var changed = 0;
        for (var sample = 0; sample < 10; sample++)
        {
            var after = Write(disturbed, placement, sample, picture);
            Assert.InRange(after.Min(), 0, 1);
            Assert.InRange(after.Max(), 0, 1);
            if (!before.SequenceEqual(after))
                changed++;
        }
        Assert.InRange(changed, 8, 10);
    }

    [Fact]
    public void A_gray_picture_has_three_equal_planes_with_the_original_luma()
    {
        using var plain = new Augmenter(new LoaderOptions { Augmentation = Augmentation.None });
        using var grey = new Augmenter(new LoaderOptions { Augmentation = Augmentation.None with { GreyChance = 1 } });
        var placement = plain.Place(Face, 0);
        var (colors, greys) = (Write(plain, placement, 0), Write(grey, placement, 0));
        for (var i = 0; i < Plane; i += 97)
        {
            Assert.Equal(greys[i], greys[Plane + i], 1e-4f);
            Assert.Equal(greys[i], greys[2 * Plane + i], 1e-4f);
            Assert.Equal(0.299f * colors[i] + 0.587f * colors[Plane + i] + 0.114f * colors[2 * Plane + i], greys[i], 1e-3f);
        }
    }

    [Fact]
    public void Noise_has_the_requested_strength()
    {
        using var plain = new Augmenter(new LoaderOptions { Augmentation = Augmentation.None });
        using var noisy = new Augmenter(new LoaderOptions { Augmentation = Augmentation.None with { Noise = new Strength(1, 12) } });
        var placement = plain.Place(Face, 0);
        var before = Write(plain, placement, 0);
        var deviations = Enumerable.Range(0, 30).Select(sample =>
        {
            var after = Write(noisy, placement, sample);
            return 255 * Math.Sqrt(Enumerable.Range(0, Plane).Average(i => (after[i] - before[i]) * (after[i] - before[i])));
        }).ToList();
        Assert.InRange(deviations.Max(), 9, 12.2);
        Assert.InRange(deviations.Average(), 4, 8);
    }

    [Fact]
    public void Bytes_that_are_not_a_picture_are_refused_with_the_file_name()
    {
        using var augmenter = new Augmenter(new LoaderOptions());
        var error = Assert.Throws<InputException>(
            () => augmenter.Write(new StoredPicture([1, 2, 3]), Face with { ImagePath = "some.jpg" }, augmenter.Place(Face, 0), 0,
            new float[3 * Plane]));
        Assert.Contains("some.jpg: not a picture", error.Message, StringComparison.Ordinal);
    }

    private static Augmentation Everything => new()
    {
        Blur = new Strength(1, 2),
        MotionBlur = new Strength(1, 5),
        Noise = new Strength(1, 10),
        Occlusion = new Strength(1, 0.5f),
        Brightness = new Strength(1, 0.2f),
        Contrast = new Strength(1, 0.2f),
        Saturation = new Strength(1, 0.2f),
        Hue = new Strength(1, 10),
        LowResolution = new Strength(1, 2),
        Jpeg = new Strength(1, 50),
    };

    private static float[] Write(Augmenter augmenter, CropPlacement placement, long sample, StoredPicture? picture = null)
    {
        var planes = new float[3 * Plane];
        augmenter.Write(picture ?? Gradient, Face, placement, sample, planes);
        return planes;
    }
}

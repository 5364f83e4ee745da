using LiveLandmarks.Training.Data;
using OpenCvSharp;

namespace LiveLandmarks.Training.Tests.Data;

public class CoversAndDarknessTests
{
    private const int Size = 256, Plane = Size * Size;

    private static readonly StoredPicture Picture = new(Pictures.Jpeg());
    private static readonly AnnotatedFace Face = Pictures.Face(x: 0, y: 0);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_mask_covers_the_mouth_but_not_the_eyes_even_in_a_mirrored_picture(bool mirrored)
    {
        var change = Changed(Augmentation.None
            with { Mask = new Strength(1, 0.05f), MirrorChance = mirrored ? 1 : 0, Rotation = new Strength(1, 30) });
        Assert.All(change, share => Assert.InRange(share[48..68].Average(), 0.7, 1));
        Assert.All(change, share => Assert.InRange(share[36..48].Average(), 0, 0.2));
        Assert.All(change, share => Assert.InRange(share[17..27].Average(), 0, 0.1));
    }

    [Fact]
    public void Glasses_cover_the_eyes_but_not_the_mouth()
    {
        var change = Changed(Augmentation.None with { Glasses = new Strength(1, 1) });
        Assert.All(change, share => Assert.InRange(share[36..48].Average(), 0.8, 1));
        Assert.All(change, share => Assert.InRange(share[48..68].Average(), 0, 0.1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Covered_landmarks_are_less_sure_and_keep_their_place(bool mirrored)
    {
        var masked = Augmentation.None with { Mask = new Strength(1, 0.05f), CoveredHeight = 0.5f, MirrorChance = mirrored ? 1 : 0 };
        Assert.All(Enumerable.Range(0, 8).Select(sample => Shown(masked, sample)), shown =>
        {
            Assert.Equal(Face.Points.Select(point => (point.X, point.Y)), shown.Points.Select(point => (point.X, point.Y)));
            // A mask lets 10 % through at most.
            Assert.InRange(shown.Points[48..68].Average(point => point.Confidence), 0.5, 0.6);
            Assert.All(shown.Points[36..48], point => Assert.Equal(1, point.Confidence));
        });
        var shaded = Shown(masked with { Mask = default, Glasses = new Strength(1, 1) }, 1);
        Assert.InRange(shaded.Points[36..48].Average(point => point.Confidence), 0.5, 0.75);
        Assert.All(shaded.Points[48..68], point => Assert.Equal(1, point.Confidence));
        Assert.Same(Face, Shown(Augmentation.None with { CoveredHeight = 0.5f }, 1));
    }

    [Fact]
    public void Landmarks_under_a_rectangle_are_less_sure()
    {
        var covering = Augmentation.None with { Occlusion = new Strength(1, 0.5f) };
        var low = 0;
        for (var sample = 0; sample < 20; sample++)
        {
            var (sure, shown) = (Shown(covering, sample), Shown(covering with { CoveredHeight = 0.25f }, sample));
            Assert.All(sure.Points, point => Assert.Equal(1, point.Confidence));
            Assert.All(shown.Points, point => Assert.True(point.Confidence is 0.25f or 1));
            low += shown.Points.Count(point => point.Confidence < 1);
        }
        Assert.InRange(low, 20, 20 * 34);
    }

    [Fact]
    public void Faces_of_other_schemes_get_no_covers()
    {
        var face = Face with { Scheme = LandmarkScheme.Wflw98,
            Points = [.. Enumerable.Range(0, 98).Select(i => new Landmark(40 + i % 10 * 5, 40 + i / 10 * 5, 1))] };
        var covered = Augmentation.None with { Mask = new Strength(1, 0.05f), Glasses = new Strength(1, 1) };
        Assert.Equal(Planes(Augmentation.None, 3, face), Planes(covered, 3, face));
    }

    [Fact]
    public void Dark_pictures_have_few_gray_levels_and_some_are_brightened_again()
    {
        var augmentation = Augmentation.None with { Darkness = new Strength(1, 5) };
        var means = Enumerable.Range(0, 60).Select(sample => 255 * Planes(augmentation, sample).Average()).ToList();
        var plain = 255 * Planes(Augmentation.None, 0).Average();
        Assert.InRange(means.Min(), 1, 10);
        Assert.True(means.Count(mean => mean < 0.3 * plain) > 12, string.Join(' ', means));
        Assert.True(means.Count(mean => mean > 0.4 * plain) > 12, string.Join(' ', means));
        Assert.All(Planes(augmentation, 1), value => Assert.Equal(MathF.Round(255 * value), 255 * value, 1e-3f));
    }

    [Fact]
    public void A_disturbance_with_chance_0_changes_nothing_and_leaves_the_others_unchanged()
    {
        var plain = new Augmentation();
        var never = plain with { Mask = new Strength(0, 1), Glasses = new Strength(0, 1), Darkness = new Strength(0, 5) };
        for (var sample = 0; sample < 5; sample++)
            Assert.Equal(Planes(plain, sample), Planes(never, sample));
    }

    [Fact]
    public void The_same_sample_gives_identical_pixels()
    {
        var all = new Augmentation() with { Mask = new Strength(1, 0.05f), Glasses = new Strength(1, 1), Darkness = new Strength(1, 4) };
        Assert.Equal(Planes(all, 7), Planes(all, 7));
        Assert.NotEqual(Planes(all, 7), Planes(all, 8));
    }

    [Fact]
    public void A_cover_blends_in_its_color_only_inside_its_outline()
    {
        using var picture = new Mat(40, 40, MatType.CV_8UC3, Scalar.All(100));
        CoverPainter.Fill(picture, [new(10, 10), new(30, 10), new(30, 30), new(10, 30)], 0.5f, (_, _, _) => new(200, 0, 100));
        Assert.Equal(new Vec3b(150, 50, 100), picture.At<Vec3b>(20, 20));
        Assert.Equal(new Vec3b(100, 100, 100), picture.At<Vec3b>(35, 35));
        // A cover outside the picture must not cause an error.
        CoverPainter.Fill(picture, [new(60, 60), new(70, 60), new(70, 70)], 1, (_, _, _) => default);
    }

    /// <summary>For 8 samples and each landmark, 1 if the disturbance changed the pixel at the landmark, otherwise 0.</summary>
    private static List<double[]> Changed(Augmentation augmentation)
    {
        var undisturbed = augmentation with { Mask = default, Glasses = default };
        using var augmenter = new Augmenter(new LoaderOptions { Augmentation = augmentation, Seed = 1 });
        return [.. Enumerable.Range(0, 8).Select(sample =>
        {
            var (before, after) = (Planes(undisturbed, sample), Planes(augmentation, sample));
            var points = augmenter.Place(Face, sample).ToCrop(Face, Size);
            return Array.ConvertAll(points, point =>
            {
                var at = Math.Clamp((int)point.Y, 0, Size - 1) * Size + Math.Clamp((int)point.X, 0, Size - 1);
                return Enumerable.Range(0, 3)
                    .Any(plane => Math.Abs(before[plane * Plane + at] - after[plane * Plane + at]) > 0.01) ? 1.0 : 0;
            });
        })];
    }

    private static AnnotatedFace Shown(Augmentation augmentation, long sample)
    {
        using var augmenter = new Augmenter(new LoaderOptions { Augmentation = augmentation, Seed = 1 });
        return augmenter.Write(Picture, Face, augmenter.Place(Face, sample), sample, new float[3 * Plane]);
    }

    private static float[] Planes(Augmentation augmentation, long sample, AnnotatedFace? face = null)
    {
        using var augmenter = new Augmenter(new LoaderOptions { Augmentation = augmentation, Seed = 1 });
        var planes = new float[3 * Plane];
        augmenter.Write(Picture, face ?? Face, augmenter.Place(face ?? Face, sample), sample, planes);
        return planes;
    }
}

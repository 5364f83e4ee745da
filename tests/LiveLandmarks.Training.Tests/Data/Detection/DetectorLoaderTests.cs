using LiveLandmarks.Detection;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Data.Detection;
using OpenCvSharp;

namespace LiveLandmarks.Training.Tests.Data.Detection;

public sealed class DetectorLoaderTests : IDisposable
{
    private static readonly SceneOptions Small = new() { BatchSize = 3, InputSize = 160, MapSize = 20, Seed = 5, Workers = 2 };

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_content_depends_only_on_seed_and_step()
    {
        var faces = Pictures.Drawn(folder, 6);
        using var one = new DetectorLoader(faces, Small with { Workers = 1, Prefetch = 1 });
        using var many = new DetectorLoader(faces, Small with { Workers = 3 });
        var expected = Enumerable.Range(0, 4).Select(step => Sum(one.Next(step))).ToList();
        Assert.Equal(expected[2], Sum(many.Next(2)));
        Assert.Equal(expected[3], Sum(many.Next(3)));
        Assert.Equal(expected[0], Sum(many.Next(0)));
        Assert.Equal(4, expected.Distinct().Count());
    }

    [Fact]
    public void Truncated_pictures_are_left_out_and_reported()
    {
        var faces = Pictures.Drawn(folder, 3);
        var background = folder.Write("backgrounds/half.jpg", Pictures.Jpeg()[..900]);
        var late = folder.Write("backgrounds/late.png", Pictures.GradientPng()[..600]);
        var whole = File.ReadAllBytes(faces[1].ImagePath);
        File.WriteAllBytes(faces[1].ImagePath, whole[..(whole.Length / 2)]);

        using var loader = new DetectorLoader(
            faces, Small with { Backgrounds = [background, late, folder.Write("backgrounds/whole.jpg", Pictures.Jpeg())] });
        for (var step = 0; step < 12; step++)
            loader.Return(loader.Next(step));

        Assert.Equal(3, loader.Replaced.Count);
        foreach (var path in new[] { background, late, faces[1].ImagePath })
            Assert.Single(loader.Replaced, line => line.StartsWith(path, StringComparison.Ordinal)
                && line.Contains("truncated", StringComparison.Ordinal));
    }

    /// <summary>The picture is red with a green box at the face, and so must be the scenes.</summary>
    [Fact]
    public void Faces_are_painted_where_the_targets_say()
    {
        var path = folder.File("marked.png");
        var box = new FaceBox(60, 50, 40, 60);
        using (var picture = new Mat(200, 180, MatType.CV_8UC3, new Scalar(0, 0, 255)))
        {
            Cv2.Rectangle(picture, new Rect(60, 50, 40, 60), new Scalar(0, 255, 0), -1);
            Cv2.ImWrite(path, picture);
        }
        var face = Pictures.Face(path) with { Box = box };
        var still = Augmentation.None with { MirrorChance = 0.5f };
        using var loader = new DetectorLoader([face], Small with { Augmentation = still, BatchSize = 8, BarChance = 0 });
        var decoder = new DetectorDecoder(Small.InputSize, Small.MapSize);
        var (seen, size) = (0, Small.InputSize);
        for (var step = 0; step < 4; step++)
        {
            var batch = loader.Next(step);
            for (var i = 0; i < batch.Count; i++)
            {
                var map = 5 * batch.MapSize * batch.MapSize;
                foreach (var found in decoder.Decode(batch.Heatmaps.AsSpan(i * map, map), 0.5f))
                {
                    // The middle is green, and so are visible points in the central 60 % of the box; points beside the box are not.
                    Assert.True(IsGreen(batch, i, found.CenterX, found.CenterY),
                        $"{Color(batch, i, found.CenterX, found.CenterY)} at {found} of step {step}");
                    var inside = found.CenterX + 0.3f * found.Width;
                    if (inside < size - 2 && IsRed(batch, i, found.CenterX + 0.7f * found.Width, found.CenterY))
                    {
                        Assert.True(IsGreen(batch, i, inside, found.CenterY), $"{found} of step {step}");
                        seen++;
                    }
                }
            }
            loader.Return(batch);
        }
        Assert.InRange(seen, 15, 200);
    }

    [Fact]
    public void Scenes_have_the_masks_glasses_and_darkness_of_the_augmentation()
    {
        var faces = Pictures.Drawn(folder, 6);
        var plain = Images(Augmentation.None);
        Assert.Equal(plain, Images(Augmentation.None));
        foreach (var covering in new[]
            { Augmentation.None with { Mask = new Strength(1, 0.05f) }, Augmentation.None with { Glasses = new Strength(1, 1) } })
        {
            var changed = plain.Zip(Images(covering)).Count(pair => pair.First != pair.Second);
            Assert.InRange(changed / (double)plain.Length, 0.005, 1);
        }
        var dark = Augmentation.None with { Darkness = new Strength(1, 4) };
        Assert.InRange(Images(dark).Average(), 0, 0.9 * plain.Average());

        float[] Images(Augmentation augmentation)
        {
            using var loader = new DetectorLoader(faces, Small with { Augmentation = augmentation });
            return [.. loader.Next(0).Images];
        }
    }

    /// <summary>The background grows brighter from left to right, and scenes without faces do so in all four directions.</summary>
    [Fact]
    public void Backgrounds_are_turned_and_cut_to_parts()
    {
        var path = folder.File("slope.png");
        using (var slope = new Mat(480, 640, MatType.CV_8UC3))
        {
            for (var x = 0; x < slope.Cols; x++)
                Cv2.Line(slope, x, 0, x, slope.Rows - 1, Scalar.All(255 * x / (slope.Cols - 1)));
            Cv2.ImWrite(path, slope);
        }
        using var loader = new DetectorLoader(Pictures.Drawn(folder, 1), Small with
        {
            Backgrounds = [path], FaceChance = 0, BarChance = 0, BatchSize = 40, Augmentation = Augmentation.None,
        });
        var batch = loader.Next(0);
        var (directions, slopes) = (new Dictionary<string, int>(), new List<float>());
        for (var i = 0; i < batch.Count; i++)
        {
            var (across, down) = (At(i, 150, 80) - At(i, 10, 80), At(i, 80, 150) - At(i, 80, 10));
            var direction = MathF.Abs(across) > MathF.Abs(down) ? across > 0 ? "right" : "left" : down > 0 ? "down" : "up";
            directions[direction] = directions.GetValueOrDefault(direction) + 1;
            slopes.Add(MathF.Max(MathF.Abs(across), MathF.Abs(down)));
        }
        Assert.Equal(4, directions.Count);
        Assert.All(directions.Values, count => Assert.InRange(count, 3, 20));
        // The whole height of the picture shows three quarters of its slope, the smallest part a quarter of that.
        Assert.InRange(slopes.Max(), 0.45f, 0.7f);
        Assert.InRange(slopes.Min(), 0.14f, 0.25f);

        float At(int scene, int x, int y) => batch.Images[(scene * 3 * Small.InputSize + y) * Small.InputSize + x];
    }

    [Fact]
    public void Having_no_faces_is_an_error_and_a_missing_background_is_reported()
    {
        Assert.Throws<InputException>(() => new DetectorLoader([], Small));
        var missing = folder.File("gone.jpg");
        using var loader = new DetectorLoader(Pictures.Drawn(folder, 2), Small with { Backgrounds = [missing] });
        Assert.Contains(missing, Assert.Single(loader.Replaced), StringComparison.Ordinal);
    }

    [Fact]
    public void Backgrounds_are_the_pictures_in_the_folder_named_backgrounds()
    {
        Assert.Empty(BackgroundPictures.In(folder.Path));
        Directory.CreateDirectory(folder.File("backgrounds"));
        foreach (var name in new[] { "b.jpg", "a.PNG", "readme.txt" })
            File.WriteAllText(Path.Combine(folder.File("backgrounds"), name), "");
        Assert.Equal(["a.PNG", "b.jpg"], BackgroundPictures.In(folder.Path).Select(Path.GetFileName));
    }

    private static bool IsGreen(Batch batch, int place, float x, float y) => Color(batch, place, x, y) is (< 0.1f, > 0.9f);

    private static bool IsRed(Batch batch, int place, float x, float y) => Color(batch, place, x, y) is (> 0.9f, < 0.1f);

    private static (float Red, float Green) Color(Batch batch, int place, float x, float y)
    {
        var (size, plane) = (batch.InputSize, batch.InputSize * batch.InputSize);
        var (column, row) = (Math.Clamp((int)MathF.Round(x), 0, size - 1), Math.Clamp((int)MathF.Round(y), 0, size - 1));
        var at = 3 * plane * place + row * size + column;
        return (batch.Images[at], batch.Images[at + plane]);
    }

    private static double Sum(Batch batch) => batch.Images.Sum(value => (double)value) + batch.Heatmaps.Sum(value => (double)value);
}

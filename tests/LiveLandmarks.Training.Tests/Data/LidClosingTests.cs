using LiveLandmarks.Expression;
using LiveLandmarks.Training.Data;
using OpenCvSharp;

namespace LiveLandmarks.Training.Tests.Data;

public class LidClosingTests
{
    private static readonly FaceApertures Apertures = FaceApertures.Of(LandmarkScheme.Ibug68)!;

    // The first drawn face with both eyes wide open.
    private static readonly AnnotatedFace Face = Enumerable.Range(0, 100)
        .Select(number => Pictures.Face(number: number, scale: 0.7f, x: 10, y: 0))
        .First(face => Apertures.RightEye.AspectInPicture(face.Points) > 0.3f && Apertures.LeftEye.AspectInPicture(face.Points) > 0.3f);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.5f, 0)]
    [InlineData(0.25f, 30)]
    public void The_eye_opening_shrinks_by_the_share_and_no_other_landmarks_move(float share, float roll)
    {
        var turn = Roll(roll);
        var before = Array.ConvertAll(Face.Points, turn.Apply);
        var after = Shut(before, share, out var image);
        image.Dispose();
        foreach (var eye in new[] { Apertures.RightEye, Apertures.LeftEye })
        {
            var lids = eye.Pairs.SelectMany(pair => new[] { pair.Upper, pair.Lower }).ToHashSet();
            Assert.Equal((1 - share) * eye.AspectInPicture(before), eye.AspectInPicture(after), 0.02f);
            Assert.All(lids, i => Assert.NotEqual(before[i], after[i]));
        }
        Assert.Equal(before.Take(36), after.Take(36));
        Assert.Equal(before.Skip(48), after.Skip(48));
    }

    [Fact]
    public void The_edge_of_the_lid_moves_with_its_landmarks()
    {
        var after = Shut(Face.Points, 1, out var image);
        using (image)
        {
            foreach (var (upper, lower) in Apertures.RightEye.Pairs)
            {
                // Green is the original row of a pixel. Just above the line where the lids meet, it is the row of the upper lid's edge;
                // just below the line, it is the row of the lower lid's edge.
                var (x, y) = ((int)MathF.Round(after[upper].X), after[upper].Y);
                Assert.InRange(image.At<Vec3b>((int)MathF.Floor(y), x).Item1, Face.Points[upper].Y - 4, Face.Points[upper].Y + 1.5f);
                Assert.InRange(image.At<Vec3b>((int)MathF.Ceiling(y) + 1, x).Item1, Face.Points[lower].Y - 1.5f, Face.Points[lower].Y + 4);
            }
        }
    }

    [Fact]
    public void Pixels_change_only_around_the_eyes_and_move_only_within_their_columns()
    {
        Shut(Face.Points, 1, out var image);
        using (image)
        {
            using var before = Pictures.Gradient(200, 180);
            var changed = 0;
            for (var y = 0; y < image.Rows; y++)
            {
                for (var x = 0; x < image.Cols; x++)
                {
                    var (old, now) = (before.At<Vec3b>(y, x), image.At<Vec3b>(y, x));
                    Assert.InRange(now.Item0 - old.Item0, -2, 2);
                    if (Math.Abs(now.Item1 - old.Item1) <= 1)
                        continue;
                    changed++;
                    Assert.True(IsNear(Face.Points, Apertures.RightEye, x, y)
                        || IsNear(Face.Points, Apertures.LeftEye, x, y), $"({x}, {y}) changed");
                }
            }
            Assert.True(changed > 100, $"{changed} pixels");
        }
    }

    [Theory]
    [InlineData(1e-3f, 0, 0)]
    [InlineData(1, -500, 0)]
    [InlineData(1, 120, 130)]
    public void Eyes_that_are_too_small_or_outside_the_picture_cause_no_error(float scale, float x, float y)
    {
        var points = Array.ConvertAll(Face.Points, point => point with { X = scale * point.X + x, Y = scale * point.Y + y });
        Shut(points, 1, out var image);
        image.Dispose();
    }

    [Fact]
    public void The_returned_landmarks_match_the_shut_eyes_and_one_in_seven_is_a_wink()
    {
        using var augmenter = new Augmenter(
            new LoaderOptions { Augmentation = Augmentation.None with { ShutEyes = new Strength(0.5f, 1) } });
        var picture = new StoredPicture(Pictures.GradientPng());
        var planes = new float[3 * 256 * 256];
        int both = 0, one = 0, whole = 0;
        for (var sample = 0; sample < 600; sample++)
        {
            var shown = augmenter.Write(picture, Face, augmenter.Place(Face, sample), sample, planes);
            var (right, left) = (Openness(shown, Apertures.RightEye), Openness(shown, Apertures.LeftEye));
            if (right < 0.999f && left < 0.999f)
                both++;
            else if (right < 0.999f || left < 0.999f)
                one++;
            if (Math.Min(right, left) < 0.02f)
                whole++;
        }
        Assert.InRange(both + one, 240, 360);
        Assert.InRange(one / (double)(both + one), 0.08, 0.24);
        Assert.InRange(whole / (double)(both + one), 0.25, 0.42);
    }

    [Fact]
    public void Eyes_are_shut_only_on_request_and_only_in_schemes_with_lids()
    {
        var planes = new float[3 * 256 * 256];
        var picture = new StoredPicture(Pictures.GradientPng());
        using var plain = new Augmenter(new LoaderOptions());
        Assert.Same(Face, plain.Write(picture, Face, plain.Place(Face, 3), 3, planes));
        using var shutting = new Augmenter(new LoaderOptions { Augmentation = Augmentation.None with { ShutEyes = new Strength(1, 1) } });
        var lidless = Face with { Scheme = LandmarkScheme.Aflw19, Points = Face.Points[..19] };
        Assert.Same(lidless, shutting.Write(picture, lidless, shutting.Place(lidless, 3), 3, planes));
    }

    private static Landmark[] Shut(Landmark[] points, float share, out Mat image)
    {
        image = Pictures.Gradient(200, 180);
        Landmark[] shut = [.. points];
        LidClosing.Apply(image, shut, Apertures.RightEye, share);
        LidClosing.Apply(image, shut, Apertures.LeftEye, share);
        return shut;
    }

    private static Similarity Roll(float degrees)
    {
        var (sine, cosine) = MathF.SinCos(degrees * MathF.PI / 180);
        return new Similarity(cosine, sine, 100 - 100 * cosine + 90 * sine, 90 - 100 * sine - 90 * cosine);
    }

    private static float Openness(AnnotatedFace face, Aperture eye) => eye.AspectInPicture(face.Points) / eye.AspectInPicture(Face.Points);

    private static bool IsNear(Landmark[] points, Aperture eye, float x, float y)
    {
        var (right, left) = (points[eye.RightCorner], points[eye.LeftCorner]);
        var middle = new Landmark((right.X + left.X) / 2, (right.Y + left.Y) / 2, 1);
        return middle.DistanceTo(new Landmark(x, y, 1)) < right.DistanceTo(left);
    }
}

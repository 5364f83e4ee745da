using LiveLandmarks.Cli.Conditions;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Cli.Conditions;

public sealed class ConditionPainterTests : IDisposable
{
    private const int Grey = 128;

    private readonly Mat picture = new(200, 300, MatType.CV_8UC3, Scalar.All(Grey));

    // Like a face: the jaw on a half circle, the eyes on small circles, the rest in the middle.
    private readonly Landmark[] points = [.. Enumerable.Range(0, 68).Select(PlaceOf)];

    public void Dispose() => picture.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(90)]
    [InlineData(180)]
    public void Landmarks_turn_with_the_picture(double degrees)
    {
        var corner = points[4];
        Cv2.Circle(picture, (int)corner.X, (int)corner.Y, 4, Scalar.White, -1);
        var (turned, moved) = ConditionPainter.Roll(picture, points, degrees);
        using (turned)
        {
            Assert.Equal((360, 360), (turned.Rows, turned.Cols));
            Assert.True(At(turned, moved[4]) > 250);
            Assert.InRange(moved[4].DistanceTo(moved[30]), corner.DistanceTo(points[30]) - 0.01f, corner.DistanceTo(points[30]) + 0.01f);
            if (degrees == 90)
                Assert.True(moved[0].Y > moved[16].Y, "After a counterclockwise turn the left point must be below.");
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(20)]
    public void A_small_face_has_the_requested_size(int pixels)
    {
        Cv2.Circle(picture, (int)points[4].X, (int)points[4].Y, 8, Scalar.White, -1);
        var (scene, moved) = ConditionPainter.Shrink(picture, points, pixels);
        using (scene)
        {
            Assert.Equal((720, 1280), (scene.Rows, scene.Cols));
            var box = FaceBox.Around(moved);
            Assert.InRange(MathF.Max(box.Width, box.Height), pixels - 0.1f, pixels + 0.1f);
            Assert.True(At(scene, moved[4]) > 200);
        }
    }

    [Fact]
    public void A_picture_larger_than_the_scene_is_cropped_around_its_center()
    {
        using var large = new Mat(2000, 4000, MatType.CV_8UC3, Scalar.All(Grey));
        Landmark[] face = [new(1950, 950, 1), new(2050, 1050, 1)];
        var (scene, moved) = ConditionPainter.Shrink(large, face, 60);
        using (scene)
        {
            Assert.Equal(Grey, At(scene, new Landmark(0, 0, 1)));
            Assert.InRange(moved[0].X, 605, 615);
        }
    }

    [Fact]
    public void Darkness_leaves_a_share_of_the_light_with_the_same_noise_every_time()
    {
        using var dark = ConditionPainter.Darken(picture, share: 0.2, gamma: 1.5);
        using var again = ConditionPainter.Darken(picture, share: 0.2, gamma: 1.5);
        Cv2.MeanStdDev(dark, out var mean, out var deviation);
        Assert.InRange(mean.Val0, 17, 19);
        Assert.InRange(deviation.Val0, 2.5, 3.5);
        Assert.Equal(0, Cv2.Norm(dark, again));
    }

    [Fact]
    public void A_mask_covers_the_mouth_and_shades_the_eyes()
    {
        using var masked = ConditionPainter.Mask(picture, points);
        Assert.NotEqual(Grey, At(masked, points[57]));
        Assert.Equal(Grey, At(masked, points[38]));
        using var shaded = ConditionPainter.Shade(picture, points);
        Assert.True(At(shaded, points[38]) < 20);
        Assert.Equal(Grey, At(shaded, points[57]));
    }

    private static byte At(Mat image, Landmark point) => image.At<Vec3b>((int)MathF.Round(point.Y), (int)MathF.Round(point.X)).Item0;

    private static Landmark PlaceOf(int index)
    {
        var (x, y, radius, angle) = index switch
        {
            < 17 => (150f, 90f, 60f, MathF.PI * (1 - index / 16f)),
            >= 36 and < 42 => (125f, 75f, 10f, MathF.PI * (index - 36) / 3),
            >= 42 and < 48 => (175f, 75f, 10f, MathF.PI * (index - 42) / 3),
            >= 48 => (150f, 125f, 8f, MathF.PI * (index - 48) / 10),
            _ => (150f, 95f, 0f, 0f),
        };
        return new Landmark(x + radius * MathF.Cos(angle), y + radius * MathF.Sin(angle), 1);
    }
}

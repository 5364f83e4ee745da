using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Geometry;

public class FaceCropTests
{
    private static readonly CropRule Rule = new(LandmarkFactor: 1.35f, BoxFactor: 1.2f, BoxCenterY: 0.64f);

    [Theory]
    [InlineData(100, 60, 135)]
    [InlineData(60, 100, 135)]
    [InlineData(80, 80, 108)]
    public void The_crop_is_a_square_around_the_landmarks_1_35_times_their_longer_side(float width, float height, float side)
    {
        Landmark[] points = [new(20, 30, 1), new(20 + width, 30 + height, 1), new(25, 35, 1)];
        var crop = FaceCrop.FromLandmarks(points, Rule);
        Assert.Equal(20 + width / 2, crop.CenterX, 4);
        Assert.Equal(30 + height / 2, crop.CenterY, 4);
        Assert.Equal(side, crop.Side, 3);
    }

    [Fact]
    public void The_crop_of_a_detector_box_has_its_mean_side_times_the_factor_and_a_lower_center()
    {
        var crop = FaceCrop.FromBox(new FaceBox(10, 20, 80, 100), Rule);
        Assert.Equal(50, crop.CenterX, 4);
        Assert.Equal(84, crop.CenterY, 4);
        Assert.Equal(108, crop.Side, 3);
    }

    [Fact]
    public void A_crop_is_never_smaller_than_a_pixel()
    {
        Assert.Equal(1, FaceCrop.FromLandmarks([new Landmark(5, 5, 1)], Rule).Side);
        Assert.Equal(1, FaceCrop.FromBox(new FaceBox(5, 5, 0, 0), Rule).Side);
    }

    [Fact]
    public void The_box_of_a_crop_is_the_square_itself() =>
        Assert.Equal(new FaceBox(40, 10, 20, 20), new FaceCrop(50, 20, 20).ToBox());

    [Theory]
    [InlineData(100, 200, 64)]
    [InlineData(-30, 15.5, 256)]
    [InlineData(333, 111, 1000)]
    public void Crop_pixels_are_256_over_side_times_the_offset_from_the_center_plus_128(float centerX, float centerY, float side)
    {
        var toImage = new FaceCrop(centerX, centerY, side).ToImage(256);
        Landmark[] points = [new(centerX, centerY, 1), new(0, 0, 1), new(77, 123, 1)];
        foreach (var p in points)
        {
            var crop = toImage.Inverse().Apply(p);
            Assert.Equal(256 / side * (p.X - centerX) + 128, crop.X, 0.01f);
            Assert.Equal(256 / side * (p.Y - centerY) + 128, crop.Y, 0.01f);
            Assert.Equal(0, toImage.Apply(crop).DistanceTo(p), 0.01f);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(-1.3)]
    [InlineData(3)]
    public void An_upright_crop_shows_a_rolled_face_as_it_shows_a_level_one(float roll)
    {
        var level = Leveled();
        var motion = new Similarity(1.5f * MathF.Cos(roll), 1.5f * MathF.Sin(roll), 70, -30);
        var rolled = level.Moved(motion.Apply);
        var levelCrop = FaceCrop.Upright(level, Rule);
        var crop = FaceCrop.Upright(rolled, Rule);

        Assert.Equal(FaceCrop.FromLandmarks(level.Points.AsSpan(), Rule).Side, levelCrop.Side, 0.01f);
        Assert.Equal(0, levelCrop.Angle, 1e-5f);
        Assert.Equal(roll, crop.Angle, 1e-4f);
        for (var i = 0; i < level.Points.Length; i++)
        {
            var seen = levelCrop.ToImage(256).Inverse().Apply(level.Points[i]);
            Assert.Equal(0, crop.ToImage(256).Inverse().Apply(rolled.Points[i]).DistanceTo(seen), 0.05f);
        }
    }

    [Fact]
    public void A_rolled_crop_turns_about_its_center()
    {
        var toImage = new FaceCrop(40, 50, 100, MathF.PI / 2).ToImage(100);
        Assert.Equal(0, toImage.Apply(new Landmark(50, 50, 1)).DistanceTo(new Landmark(40, 50, 1)), 1e-3f);
        Assert.Equal(0, toImage.Apply(new Landmark(90, 50, 1)).DistanceTo(new Landmark(40, 90, 1)), 1e-3f);
    }

    /// <summary>A face whose eye corners are level.</summary>
    private static FaceLandmarks Leveled()
    {
        var face = Faces.At(200, 150);
        var (right, left) = face.Scheme.OuterEyeCorners;
        return face.With(right, new Landmark(175, 140, 1)).With(left, new Landmark(225, 140, 1));
    }
}

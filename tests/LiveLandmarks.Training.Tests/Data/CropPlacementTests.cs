using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Tests.Data;

public class CropPlacementTests
{
    private const int Size = 256;

    private static readonly AnnotatedFace Face = Pictures.Face() with { Box = new FaceBox(40, 30, 80, 100) };

    [Fact]
    public void Without_augmentation_the_crop_is_that_of_the_runtime()
    {
        Assert.Equal(new CropPlacement(FaceCrop.FromLandmarks(Face.Points, LoaderOptions.DefaultCrop), false), Draw(Augmentation.None, 7));
        Assert.Equal(
            new CropPlacement(FaceCrop.FromBox(Face.Box!.Value, LoaderOptions.DefaultCrop), false),
            Draw(Augmentation.None with { BoxCropChance = 1 }, 7));
    }

    [Fact]
    public void A_face_without_a_box_is_cropped_by_its_landmarks()
    {
        var random = new SampleRandom(1, 2);
        var placement = CropPlacement.Draw(
            Face with { Box = null }, LoaderOptions.DefaultCrop, Size, Augmentation.None with { BoxCropChance = 1 }, random);
        Assert.Equal(FaceCrop.FromLandmarks(Face.Points, LoaderOptions.DefaultCrop), placement.Crop);
    }

    [Fact]
    public void The_longer_side_of_the_landmarks_fills_its_share_of_the_crop()
    {
        var box = FaceBox.Around(Draw(Augmentation.None, 0).ToCrop(Face, Size));
        Assert.Equal(Size / 1.35f, MathF.Max(box.Width, box.Height), 0.01f);
        Assert.Equal(Size / 2f, box.CenterX, 0.01f);
        Assert.Equal(Size / 2f, box.CenterY, 0.01f);
    }

    [Fact]
    public void Disturbances_stay_within_their_limits_and_reach_them()
    {
        var level = Draw(Augmentation.None, 0).Crop;
        var placements = Enumerable.Range(0, 2000).Select(i => Draw(new Augmentation { Redraws = 0 }, i)).ToList();
        Range(placements.Select(p => p.Crop.Angle * 180 / MathF.PI), 50);
        Range(placements.Select(p => (p.Crop.CenterX - level.CenterX) / p.Crop.Side * Size), 25);
        Range(placements.Select(p => (p.Crop.CenterY - level.CenterY) / p.Crop.Side * Size), 25);
        Range(placements.Select(p => level.Side / p.Crop.Side - 1), 0.15f);
        Assert.InRange(placements.Count(p => p.Mirrored), 900, 1100);

        static void Range(IEnumerable<float> values, float amount)
        {
            Assert.InRange(values.Min(), -amount * 1.0001f, -amount * 0.95f);
            Assert.InRange(values.Max(), amount * 0.95f, amount * 1.0001f);
        }
    }

    [Fact]
    public void A_level_crop_turns_with_the_face()
    {
        foreach (var roll in new[] { -70f, 25f })
        {
            var turn = new Similarity(MathF.Cos(roll * MathF.PI / 180), MathF.Sin(roll * MathF.PI / 180), 0, 0);
            var rolled = Face with { Points = Array.ConvertAll(Face.Points, turn.Apply) };
            var crop = CropPlacement.Draw(
                rolled, LoaderOptions.DefaultCrop, Size, Augmentation.None with { Level = true }, new SampleRandom(1, 2)).ToCrop(
                    rolled, Size);
            Assert.Equal(0, new FaceLandmarks(Face.Scheme, [.. crop]).Roll, 1e-4f);
            Assert.Equal(Size / 2f, FaceBox.Around(crop).CenterX, 0.05f);
        }
    }

    [Fact]
    public void Placements_that_push_landmarks_out_are_redrawn()
    {
        int Outside(int redraws) => Enumerable.Range(0, 500).Count(i =>
            Draw(new Augmentation { Redraws = redraws }, i).ToCrop(Face, Size)
                .Any(p => p.X < 0 || p.Y < 0 || p.X > Size - 1 || p.Y > Size - 1));
        Assert.True(Outside(0) > 50);
        Assert.True(Outside(4) < Outside(0) / 10);
    }

    [Fact]
    public void Mapping_into_the_crop_and_back_changes_nothing()
    {
        for (var i = 0; i < 20; i++)
        {
            var placement = Draw(new Augmentation(), i);
            var back = placement.ToImage(placement.ToCrop(Face, Size), Face.Scheme, Size);
            Assert.All(back.Zip(Face.Points), pair => Assert.True(pair.First.DistanceTo(pair.Second) < 1e-3f));
        }
    }

    [Fact]
    public void A_mirrored_face_still_has_its_right_eye_on_the_left_of_the_picture()
    {
        var plain = new CropPlacement(Draw(Augmentation.None, 0).Crop, false).ToCrop(Face, Size);
        var mirrored = new CropPlacement(Draw(Augmentation.None, 0).Crop, true).ToCrop(Face, Size);
        Assert.True(plain[36].X < plain[45].X && mirrored[36].X < mirrored[45].X);
        Assert.Equal(Size - 1 - plain[45].X, mirrored[36].X, 1e-3f);
        Assert.Equal(plain[45].Y, mirrored[36].Y, 1e-3f);
        Assert.Equal(Size - 1 - plain[8].X, mirrored[8].X, 1e-3f);
    }

    private static CropPlacement Draw(Augmentation augmentation, int sample) =>
        CropPlacement.Draw(Face, LoaderOptions.DefaultCrop, Size, augmentation, new SampleRandom(1, sample));
}

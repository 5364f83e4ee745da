using LiveLandmarks.Diagnostics;
using LiveLandmarks.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Landmarks;

public sealed class FaceLocatorTests : IDisposable
{
    private readonly FaceLocator locator = Networks.Locator();
    private readonly Mat image = Networks.Astronaut();

    public void Dispose()
    {
        locator.Dispose();
        image.Dispose();
    }

    [Fact]
    public void The_astronaut_has_one_face()
    {
        var face = Assert.Single(locator.Find(image));
        Assert.InRange(face.Score, locator.Network.MinimumScore, 1);
        Assert.True(face.Bounds.IntersectionOverUnion(new FaceBox(180, 86, 90, 92)) > 0.85f);
        Assert.Equal(61, face.InterOcularDistance, 4f);
    }

    [Fact]
    public void A_mirrored_picture_has_mirrored_landmarks()
    {
        using var mirrored = new Mat();
        Cv2.Flip(image, mirrored, FlipMode.Y);
        var face = Assert.Single(locator.Find(image));
        var other = Assert.Single(locator.Find(mirrored));
        var sum = 0f;
        for (var i = 0; i < face.Points.Length; i++)
        {
            var point = other.Points[face.Scheme.Mirror[i]];
            sum += face.Points[i].DistanceTo(point with { X = image.Cols - 1 - point.X });
        }
        Assert.InRange(sum / face.Points.Length / face.InterOcularDistance, 0, 0.04f);
    }

    [Fact]
    public void A_face_already_known_is_not_found_again()
    {
        var face = Assert.Single(locator.Find(image));
        var crop = FaceCrop.FromLandmarks(face.Points.AsSpan(), locator.Network.CropRule);
        Assert.Empty(locator.Find(image, locator.Detector.Detect(image), [crop], 64, new StageClock()));
        Assert.Single(locator.Find(
            image, locator.Detector.Detect(image), [crop with { CenterX = 20, CenterY = 480 }], 64, new StageClock()));
    }

    /// <summary>The same face rolled by 35° about its center: the second stage sees it level, so it finds the same landmarks as in the
    /// level picture.</summary>
    [Fact]
    public void The_second_stage_sees_a_rolled_face_level()
    {
        var face = locator.Network.Locate(image, [FaceCrop.Upright(Assert.Single(locator.Find(image)), locator.Network.CropRule)])[0];
        var (x, y) = (face.Bounds.CenterX, face.Bounds.CenterY);
        var (sine, cosine) = MathF.SinCos(35 * MathF.PI / 180);
        var turn = new Similarity(cosine, sine, x - cosine * x + sine * y, y - sine * x - cosine * y);
        using var matrix = new Mat(2, 3, MatType.CV_64FC1, Scalar.All(0));
        double[] values = [turn.A, -turn.B, turn.Tx, turn.B, turn.A, turn.Ty];
        for (var i = 0; i < values.Length; i++)
            matrix.Set(i / 3, i % 3, values[i]);
        using var rolled = new Mat();
        Cv2.WarpAffine(image, rolled, matrix, image.Size());

        using var twice = Networks.Landmarks();
        using var twoStage = new FaceLocator(Networks.Detector(), twice, twice);
        var crop = FaceCrop.FromBox(face.Bounds, locator.Network.CropRule) with { CenterX = x, CenterY = y };
        var (one, two) = (Error(locator.LocateFrom(rolled, [crop])[0]), Error(twoStage.LocateFrom(rolled, [crop])[0]));
        Assert.InRange(two, 0, 0.015f);
        Assert.True(two < 0.7f * one, $"{two} after two stages, {one} after one");

        float Error(FaceLandmarks found) =>
            face.Points.Zip(found.Points, (before, after) => turn.Apply(before).DistanceTo(after)).Average() / face.InterOcularDistance;
    }

    [Fact]
    public void No_boxes_are_examined_when_no_faces_are_wanted() => Assert.Empty(locator.Find(image, 0));

    [Fact]
    public void A_black_picture_has_no_face()
    {
        using var black = new Mat(300, 400, MatType.CV_8UC3, Scalar.Black);
        Assert.Empty(locator.Find(black));
    }

    [Fact]
    public void Unsure_or_line_shaped_landmarks_are_not_a_face()
    {
        var round = Faces.At(100, 100, 80, 0.6f);
        Assert.True(FaceLocator.IsFace(round, 0.5f));
        Assert.False(FaceLocator.IsFace(round, 0.7f));
        var flat = round.Moved(point => point with { Y = 0.2f * point.Y });
        Assert.False(FaceLocator.IsFace(flat, 0.5f));
    }
}

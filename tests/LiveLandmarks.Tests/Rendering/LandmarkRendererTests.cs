using LiveLandmarks.Overlays.Rendering;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tests.Pose;
using LiveLandmarks.Tracking;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Rendering;

public sealed class LandmarkRendererTests : IDisposable
{
    private static readonly RenderOptions Nothing = new() { Points = false, Edges = false, Box = false, Id = false, Raw = false };

    private readonly Mat image = new(400, 600, MatType.CV_8UC3, Scalar.Black);

    public void Dispose() => image.Dispose();

    [Fact]
    public void Each_point_is_a_white_dot_at_its_place()
    {
        var face = Spread();
        Draw(Nothing with { Points = true }, face);
        Assert.All(face.Points, point => Assert.Equal(new Vec3b(255, 255, 255), image.At<Vec3b>((int)point.Y, (int)point.X)));
        Assert.Equal(new Vec3b(0, 0, 0), image.At<Vec3b>((int)face.Points[0].Y + 12, (int)face.Points[0].X + 12));
    }

    [Fact]
    public void Edges_join_neighbors_of_a_group_and_no_others()
    {
        var face = Spread();
        Draw(Nothing with { Edges = true }, face);
        foreach (var group in face.Scheme.Groups)
        {
            for (var i = group.First; i < group.First + group.Count - 1; i++)
                Assert.True(IsPaintedBetween(face.Points[i], face.Points[i + 1]), $"{i} and {i + 1} of the {group.Name}");
        }
        Assert.False(IsPaintedBetween(face.Points[16], face.Points[17]));
    }

    [Fact]
    public void Closed_groups_are_joined_at_their_ends()
    {
        var face = Faces.At(300, 200).Moved(_ => new Landmark(-1000, -1000, 1));
        var eye = face.Scheme.Groups.Single(group => group.Name == "left eye");
        for (var i = 0; i < eye.Count; i++)
        {
            var (sin, cos) = MathF.SinCos(MathF.PI / 3 * i);
            face = face.With(eye.First + i, new Landmark(300 + 100 * cos, 200 + 100 * sin, 1));
        }
        Draw(Nothing with { Edges = true }, face);
        Assert.True(IsPaintedBetween(face.Points[eye.First], face.Points[eye.First + eye.Count - 1]));
    }

    [Fact]
    public void The_box_is_drawn_around_the_points()
    {
        Draw(Nothing with { Box = true }, Spread());
        var bounds = Spread().Bounds;
        Assert.NotEqual(new Vec3b(0, 0, 0), image.At<Vec3b>((int)bounds.CenterY, (int)bounds.X));
        Assert.NotEqual(new Vec3b(0, 0, 0), image.At<Vec3b>((int)(bounds.Y + bounds.Height), (int)bounds.CenterX));
        Assert.Equal(new Vec3b(0, 0, 0), image.At<Vec3b>((int)bounds.CenterY, (int)bounds.CenterX));
    }

    [Fact]
    public void The_id_is_written_above_the_face()
    {
        var face = Faces.At(300, 200);
        Draw(Nothing with { Id = true }, face);
        using var above = new Mat(image, new Rect((int)face.Bounds.X, (int)face.Bounds.Y - 24, 100, 24));
        Assert.True(Cv2.Norm(above, NormTypes.INF) > 100);
        using var below = new Mat(image, new Rect(0, (int)face.Bounds.Y, 600, 200));
        Assert.Equal(0, Cv2.Norm(below, NormTypes.INF));
    }

    [Fact]
    public void The_axes_start_at_the_nose_red_to_the_persons_left_green_to_the_chin()
    {
        var head = new PosedHead(LandmarkScheme.Ibug68);
        var renderer = new LandmarkRenderer(Nothing with { Pose = true });
        renderer.Draw(image, [StillFace.Of(1, head.See(), head.Camera)]);
        var nose = head.See().Points[30];
        Assert.True(At(15, 0).Item2 > 2 * At(15, 0).Item1 && At(15, 0).Item2 > 80);
        Assert.True(At(0, 15).Item1 > 2 * At(0, 15).Item2 && At(0, 15).Item1 > 80);
        Assert.Equal(new Vec3b(0, 0, 0), At(-15, 0));
        Assert.Equal(new Vec3b(0, 0, 0), At(0, -15));

        Vec3b At(int dx, int dy) => image.At<Vec3b>((int)MathF.Round(nose.Y) + dy, (int)MathF.Round(nose.X) + dx);
    }

    [Fact]
    public void A_face_without_a_pose_has_no_axes()
    {
        Draw(Nothing with { Pose = true }, Spread());
        Assert.Equal(0, Cv2.Norm(image, NormTypes.INF));
    }

    [Fact]
    public void Raw_landmarks_are_drawn_instead_of_smoothed_ones_when_asked_for()
    {
        var renderer = new LandmarkRenderer(Nothing with { Points = true, Raw = true });
        renderer.Draw(image, [new TrackedFace(1, 1, Faces.At(100, 200, 60), Faces.At(400, 200, 60))]);
        using var left = new Mat(image, new Rect(0, 0, 300, 400));
        Assert.Equal(0, Cv2.Norm(left, NormTypes.INF));
        Assert.True(Cv2.Norm(image, NormTypes.INF) > 0);
    }

    [Fact]
    public void Nothing_is_drawn_without_faces_or_with_everything_switched_off()
    {
        Draw(new RenderOptions());
        Draw(Nothing, Spread());
        Assert.Equal(0, Cv2.Norm(image, NormTypes.INF));
    }

    [Theory]
    [InlineData(-50, -50, 100)]
    [InlineData(600, 400, 300)]
    [InlineData(-5000, 9000, 100)]
    [InlineData(300, 200, 40_000)]
    [InlineData(300, 200, 0.01)]
    public void Faces_beyond_the_picture_do_no_harm(float x, float y, float size)
    {
        Draw(new RenderOptions { Box = true }, Faces.At(x, y, size), Faces.At(300, 200, 50));
        Assert.True(Cv2.Norm(image, NormTypes.INF) > 0);
    }

    [Fact]
    public void The_smallest_picture_can_be_drawn_on()
    {
        using var pixel = new Mat(1, 1, MatType.CV_8UC3, Scalar.Black);
        var renderer = new LandmarkRenderer(new RenderOptions { Box = true });
        renderer.Draw(pixel, [Faces.Tracked(1, Faces.At(0, 0, 3))]);
        Assert.True(Cv2.Norm(pixel, NormTypes.INF) > 0);
    }

    [Fact]
    public void The_status_is_written_into_the_upper_left_corner()
    {
        LandmarkRenderer.DrawStatus(image, "30 fps");
        using var corner = new Mat(image, new Rect(0, 0, 100, 30));
        Assert.True(Cv2.Norm(corner, NormTypes.INF) > 100);
        using var rest = new Mat(image, new Rect(0, 40, 600, 360));
        Assert.Equal(0, Cv2.Norm(rest, NormTypes.INF));
    }

    private void Draw(RenderOptions options, params FaceLandmarks[] faces)
    {
        var renderer = new LandmarkRenderer(options);
        renderer.Draw(image, [.. faces.Select((face, i) => Faces.Tracked(i + 1, face))]);
    }

    /// <summary>Whether there is color halfway between two points.</summary>
    private bool IsPaintedBetween(Landmark a, Landmark b) =>
        image.At<Vec3b>((int)MathF.Round((a.Y + b.Y) / 2), (int)MathF.Round((a.X + b.X) / 2)) != new Vec3b(0, 0, 0);

    /// <summary>Each group on its own row, its points whole pixels apart.</summary>
    private static FaceLandmarks Spread()
    {
        var face = Faces.At(0, 0);
        var row = 40;
        foreach (var group in face.Scheme.Groups)
        {
            for (var i = 0; i < group.Count; i++)
                face = face.With(group.First + i, new Landmark(50 + 30 * i, row, 0.9f));
            row += 36;
        }
        return face;
    }
}

using LiveLandmarks.Overlays.Rendering;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tests.Output;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Rendering;

public sealed class MovementBarsTests : IDisposable
{
    private static readonly Vec3b Black = new(0, 0, 0), Bar = new(80, 200, 80), Ground = new(40, 40, 40);

    // Rows are at least 12 pixels high.
    private const int Row = 12;

    private readonly Mat image = new(300, 600, MatType.CV_8UC3, Scalar.Black);

    public void Dispose() => image.Dispose();

    [Fact]
    public void Bars_are_to_the_right_of_the_face_and_as_long_as_the_movement_is_strong()
    {
        var face = Face(100, 100, 80, Arkit.Of((Blendshape.JawOpen, 1), (Blendshape.MouthSmileLeft, 0.5f)));
        Draw(face);
        AssertBlank(0, 0, (int)(face.Box.X + face.Box.Width), image.Rows);
        var (full, _) = LengthOf(face, row: 0);
        var (half, ground) = LengthOf(face, row: 1);
        Assert.Equal(0.28 * image.Rows, full, 2.0);
        Assert.Equal(full / 2.0, half, 2.0);
        Assert.Equal(full - half, ground, 2.0);
        Assert.Equal((0, 0), LengthOf(face, row: 2));
    }

    [Fact]
    public void Without_room_on_the_right_they_are_on_the_left()
    {
        var face = Face(500, 100, 80, Arkit.Of((Blendshape.JawOpen, 1)));
        Draw(face);
        AssertBlank((int)face.Box.X, 0, image.Cols, image.Rows);
        Assert.True(Cv2.Norm(image, NormTypes.INF) > 0);
    }

    [Fact]
    public void The_ten_strongest_are_drawn_in_the_order_of_ARKit_and_weak_ones_are_not()
    {
        // 0.01 for the first, 0.52 for the last: the last ten are the strongest.
        var face = Face(100, 60, 80, Arkit.Different());
        Draw(face);
        Assert.Equal(10, Enumerable.Range(0, 20).Count(row => LengthOf(face, row).Bar > 0));
        var lengths = Enumerable.Range(0, 10).Select(row => LengthOf(face, row).Bar).ToArray();
        Assert.All(lengths, length => Assert.InRange(length, 0.42 * 0.28 * image.Rows - 2, 0.54 * 0.28 * image.Rows + 2));
        Assert.Equal(lengths.Order(), lengths);

        image.SetTo(Scalar.Black);
        Draw(Face(100, 60, 80, Arkit.Of((Blendshape.JawOpen, 0.04f), (Blendshape.CheekPuff, 0))));
        Assert.Equal(0, Cv2.Norm(image, NormTypes.INF));
    }

    [Fact]
    public void Nothing_is_drawn_of_unknown_movements_or_unless_asked_for()
    {
        Draw(Face(100, 100, 80, null));
        Draw(Face(100, 100, 80, Arkit.Of()));
        new LandmarkRenderer(Options(movements: false)).Draw(image, [Face(100, 100, 80, Arkit.Different())]);
        Assert.False(new RenderOptions().Movements);
        Assert.Equal(0, Cv2.Norm(image, NormTypes.INF));
    }

    [Theory]
    [InlineData(640, 480, 320, 240, 480)]
    [InlineData(640, 480, 600, 470, 200)]
    [InlineData(640, 480, -80, -90, 100)]
    [InlineData(640, 480, 700, 600, 100)]
    [InlineData(40, 30, 20, 15, 20)]
    [InlineData(40, 30, 20, 15, 200)]
    [InlineData(9, 200, 4, 100, 8)]
    [InlineData(1, 1, 0, 0, 1)]
    public void Pictures_of_any_size_and_faces_at_any_place_can_be_drawn_on(int width, int height, float x, float y, float size)
    {
        // A picture inside another: what is drawn outside it would show.
        using var around = new Mat(height + 200, width + 200, MatType.CV_8UC3, Scalar.Black);
        using (var inside = new Mat(around, new Rect(100, 100, width, height)))
        {
            new LandmarkRenderer(Options(movements: true)).Draw(inside, [Face(x, y, size, Arkit.Different())]);
            inside.SetTo(Scalar.Black);
        }
        Assert.Equal(0, Cv2.Norm(around, NormTypes.INF));
    }

    [Fact]
    public void In_a_small_picture_the_bars_are_still_seen()
    {
        using var small = new Mat(60, 80, MatType.CV_8UC3, Scalar.Black);
        new LandmarkRenderer(Options(movements: true)).Draw(small, [Face(25, 30, 30, Arkit.Different())]);
        Assert.True(Cv2.Norm(small, NormTypes.INF) > 0);
    }

    private static RenderOptions Options(bool movements) => new() { Points = false, Edges = false, Id = false, Movements = movements };

    private static TrackedFace Face(float x, float y, float size, Blendshapes? shapes) =>
        Faces.Tracked(1, Faces.At(x, y, size)) with { Blendshapes = shapes };

    private void Draw(TrackedFace face) => new LandmarkRenderer(Options(movements: true)).Draw(image, [face]);

    private void AssertBlank(int left, int top, int right, int bottom)
    {
        using var part = new Mat(image, new Rect(left, top, right - left, bottom - top));
        Assert.Equal(0, Cv2.Norm(part, NormTypes.INF));
    }

    /// <summary>Lengths of a bar and of the ground that it leaves, along its lower edge, where only some letters cover it.</summary>
    private (int Bar, int Ground) LengthOf(TrackedFace face, int row)
    {
        var y = (int)face.Box.Y + row * Row + Row - 4;
        Vec3b[] pixels = [.. Enumerable.Range(0, image.Cols).Select(x => image.At<Vec3b>(y, x))];
        var (start, bar, end) = (Array.FindIndex(pixels, pixel => pixel != Black), Last(Bar), Last(Ground));
        return bar < 0 ? (0, 0) : (bar - start + 1, Math.Max(0, end - bar));

        int Last(Vec3b color) => Array.LastIndexOf(pixels, color);
    }
}

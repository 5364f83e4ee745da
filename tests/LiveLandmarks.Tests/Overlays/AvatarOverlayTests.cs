using LiveLandmarks.Overlays;
using LiveLandmarks.Overlays.BuiltIn;
using LiveLandmarks.Tests.Pose;
using LiveLandmarks.Tracking;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Overlays;

/// <summary>The drawn head shows what the face does.</summary>
public class AvatarOverlayTests
{
    private static readonly PosedHead Head = new(LandmarkScheme.Ibug68);

    [Fact]
    public void A_blink_hides_the_iris()
    {
        Assert.InRange(Blue(Face()), 60, 5000);
        Assert.InRange(Blue(Face((Blendshape.EyeBlinkLeft, 1), (Blendshape.EyeBlinkRight, 1))), 0, 5);
        // One eye remains.
        Assert.InRange(Blue(Face((Blendshape.EyeBlinkLeft, 1))) / (double)Blue(Face()), 0.4, 0.6);
    }

    [Fact]
    public void Eyes_that_look_to_the_persons_left_are_farther_right_in_the_picture()
    {
        var (left, right) = (
            Face((Blendshape.EyeLookOutLeft, 1), (Blendshape.EyeLookInRight, 1)),
            Face((Blendshape.EyeLookInLeft, 1), (Blendshape.EyeLookOutRight, 1)));
        Assert.True(BlueCenter(left) > BlueCenter(right) + 3);
    }

    [Fact]
    public void An_open_jaw_shows_the_inside_of_the_mouth()
    {
        Assert.True(Inside(Face((Blendshape.JawOpen, 1))) > 5 * Inside(Face()) + 100);
        Assert.True(Inside(Face((Blendshape.JawOpen, 1), (Blendshape.MouthClose, 1))) < 2 * Inside(Face()) + 50);
    }

    [Fact]
    public void Every_movement_of_brows_lips_and_nose_changes_the_picture()
    {
        using var rest = Draw(Face());
        foreach (var movement in new[]
        {
            Blendshape.BrowInnerUp, Blendshape.BrowDownLeft, Blendshape.BrowOuterUpRight, Blendshape.MouthSmileLeft,
            Blendshape.MouthFrownRight, Blendshape.MouthPucker, Blendshape.MouthFunnel, Blendshape.MouthLeft, Blendshape.MouthStretchLeft,
            Blendshape.MouthUpperUpLeft, Blendshape.NoseSneerLeft, Blendshape.CheekPuff, Blendshape.EyeWideLeft, Blendshape.EyeSquintRight,
        })
        {
            using var moved = Draw(Face((movement, 1)));
            Assert.True(Cv2.Norm(rest, moved) > 500, $"{movement} is hardly seen");
        }
    }

    [Fact]
    public void A_color_that_is_none_is_refused() => Assert.Throws<OverlayException>(
        () => new AvatarOverlay { Iris = "blue" }.Start(Drawn.Context(Repository.Root)));

    private static TrackedFace Face(params (Blendshape Movement, float Strength)[] movements)
    {
        var (values, confidences) = (new float[Blendshapes.Count], new float[Blendshapes.Count]);
        values.AsSpan().Fill(float.NaN);
        foreach (var (movement, strength) in movements)
            values[(int)movement] = strength;
        return StillFace.Of(1, Head.See(), Head.Camera) with { Blendshapes = new Blendshapes(values, confidences) };
    }

    private static Mat Draw(TrackedFace face)
    {
        using var image = new Mat(PosedHead.Height, PosedHead.Width, MatType.CV_8UC3, Scalar.Gray);
        var canvas = image.Clone();
        var overlay = new AvatarOverlay();
        overlay.Start(Drawn.Context(Repository.Root));
        overlay.Draw(Drawn.Frame(image, canvas, [face]));
        return canvas;
    }

    private static int Blue(TrackedFace face) => Pixels(face, IsIris).Count;

    private static double BlueCenter(TrackedFace face) => Pixels(face, IsIris).Average(pixel => pixel.X);

    private static int Inside(TrackedFace face) => Pixels(face, pixel => pixel == new Vec3b(50, 30, 90)).Count;

    private static bool IsIris(Vec3b pixel) => pixel == new Vec3b(0xB5, 0x7F, 0x3B);

    private static List<Point> Pixels(TrackedFace face, Func<Vec3b, bool> wanted)
    {
        using var picture = Draw(face);
        List<Point> pixels = [];
        for (var y = 0; y < picture.Rows; y++)
        {
            for (var x = 0; x < picture.Cols; x++)
            {
                if (wanted(picture.At<Vec3b>(y, x)))
                    pixels.Add(new Point(x, y));
            }
        }
        return pixels;
    }
}

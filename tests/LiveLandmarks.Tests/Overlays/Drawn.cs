using LiveLandmarks.Overlays;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tracking;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Overlays;

/// <summary>Pixels that an overlay changed in a picture.</summary>
internal sealed class Drawn
{
    private static readonly Lazy<TrackedFace> Face = new(Find);

    private readonly bool[,] changed;

    private Drawn(bool[,] changed) => this.changed = changed;

    /// <summary>The face of the portrait.</summary>
    public static TrackedFace Astronaut => Face.Value;

    public int Count => changed.Cast<bool>().Count(pixel => pixel);

    /// <summary>Starts an overlay and lets it draw onto the portrait.</summary>
    public static Drawn OnAstronaut(IOverlay overlay)
    {
        using var image = Networks.Astronaut();
        return On(image, overlay, Astronaut);
    }

    public static Drawn On(Mat image, IOverlay overlay, params TrackedFace[] faces)
    {
        overlay.Start(Context(Repository.Root));
        using var canvas = image.Clone();
        overlay.Draw(Frame(image, canvas, faces));
        (overlay as IDisposable)?.Dispose();
        var changed = new bool[image.Rows, image.Cols];
        for (var y = 0; y < image.Rows; y++)
        {
            for (var x = 0; x < image.Cols; x++)
                changed[y, x] = image.At<Vec3b>(y, x) != canvas.At<Vec3b>(y, x);
        }
        return new Drawn(changed);
    }

    public static OverlayContext Context(string folder) => new(folder, folder);

    public static OverlayFrame Frame(Mat image, Mat canvas, IReadOnlyList<TrackedFace> faces, long number = 0) =>
        new(image, canvas, faces, CameraIntrinsics.FromFieldOfView(60, image.Cols, image.Rows), number, TimeSpan.Zero);

    public bool At(float x, float y) => changed[(int)MathF.Round(y), (int)MathF.Round(x)];

    public bool At(Landmark point) => At(point.X, point.Y);

    /// <summary>Asserts that no pixel changed outside a box.</summary>
    public void AssertWithin(float left, float top, float right, float bottom)
    {
        for (var y = 0; y < changed.GetLength(0); y++)
        {
            for (var x = 0; x < changed.GetLength(1); x++)
                Assert.False(changed[y, x]
                    && !(x >= left && x <= right && y >= top && y <= bottom),
                    $"({x}, {y}) changed, outside {left} to {right}, {top} to {bottom}");
        }
    }

    private static TrackedFace Find()
    {
        using var image = Networks.Astronaut();
        using var locator = Networks.Locator();
        return StillFace.Of(1, Assert.Single(locator.Find(image)), CameraIntrinsics.FromFieldOfView(60, image.Cols, image.Rows));
    }
}

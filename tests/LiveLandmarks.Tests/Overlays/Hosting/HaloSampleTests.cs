using LiveLandmarks.Capture;
using LiveLandmarks.Overlays.Hosting;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tracking;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Overlays.Hosting;

/// <summary>The plug-in of samples/ArOverlay, loaded as its guide describes.</summary>
public class HaloSampleTests
{
    private static string Folder =>
        Path.GetFullPath(Path.Combine(
            AppContext.BaseDirectory, "..", "..", "ArOverlay", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\'))));

    [Fact]
    public void The_halo_is_drawn_over_the_head_and_nowhere_else()
    {
        using var portrait = Networks.Astronaut();
        using var picture = new Mat();
        // The hair of the portrait reaches the upper edge; adds room above it for the halo.
        Cv2.CopyMakeBorder(portrait, picture, 80, 0, 0, 0, BorderTypes.Constant, Scalar.Black);
        using var locator = Networks.Locator();
        var camera = CameraIntrinsics.FromFieldOfView(60, picture.Cols, picture.Rows);
        var face = StillFace.Of(1, Assert.Single(locator.Find(picture)), camera);

        using var catalog = new OverlayCatalog(Folder);
        using var chain = new OverlayChain(catalog, ["halo"]);
        using var pool = new FramePool();
        using var frame = pool.Lease();
        picture.CopyTo(frame.Image);
        using var canvas = picture.Clone();
        chain.Draw(new TrackedFrame(frame, [face]) { Camera = camera }, canvas);

        Assert.Empty(chain.Failures);
        var rows = Enumerable.Range(0, picture.Rows).Where(row => Differs(picture, canvas, row)).ToArray();
        Assert.NotEmpty(rows);
        Assert.InRange(rows[^1], 0, face.Box.Y);
        Assert.InRange(rows[0], face.Box.Y - 1.5f * face.Box.Height, face.Box.Y);
    }

    private static bool Differs(Mat before, Mat after, int row)
    {
        for (var column = 0; column < before.Cols; column++)
        {
            if (before.Get<Vec3b>(row, column) != after.Get<Vec3b>(row, column))
                return true;
        }
        return false;
    }
}

using System.Numerics;

namespace LiveLandmarks.Tests.Geometry;

public class CameraProjectionTests
{
    private static readonly CameraIntrinsics Camera = new(500, 520, 310, 250);

    [Fact]
    public void Points_are_projected_to_the_pixels_of_the_camera()
    {
        var matrix = Camera.ToClipSpace(640, 480, 10, 200);
        foreach (var point in new[] { new Vector3(0, 0, 60), new Vector3(12, -7, 45), new Vector3(-20, 15, 150) })
        {
            var clip = Vector4.Transform(new Vector4(point, 1), matrix);
            Assert.Equal(point.Z, clip.W, 1e-3f);
            // From clip space to pixels, whose centers are whole numbers.
            Assert.Equal(500 * point.X / point.Z + 310, (clip.X / clip.W + 1) * 320 - 0.5f, 0.01f);
            Assert.Equal(520 * point.Y / point.Z + 250, (1 - clip.Y / clip.W) * 240 - 0.5f, 0.01f);
        }
    }

    [Fact]
    public void The_near_plane_is_at_minus_one_and_the_far_one_at_one()
    {
        var matrix = Camera.ToClipSpace(640, 480, 10, 200);
        var near = Vector4.Transform(new Vector4(3, 2, 10, 1), matrix);
        var far = Vector4.Transform(new Vector4(3, 2, 200, 1), matrix);
        Assert.Equal(-1, near.Z / near.W, 1e-4f);
        Assert.Equal(1, far.Z / far.W, 1e-4f);
    }

    [Theory]
    [InlineData(0, 480, 1, 10)]
    [InlineData(640, 0, 1, 10)]
    [InlineData(640, 480, 0, 10)]
    [InlineData(640, 480, 10, 10)]
    [InlineData(640, 480, 10, float.PositiveInfinity)]
    public void Values_out_of_range_are_refused(int width, int height, float near, float far) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Camera.ToClipSpace(width, height, near, far));
}

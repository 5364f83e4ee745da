using System.Numerics;

namespace LiveLandmarks.Tests.Geometry;

public class CameraIntrinsicsTests
{
    [Theory]
    [InlineData(640, 480)]
    [InlineData(480, 640)]
    public void The_field_of_view_spans_the_longer_side(int width, int height)
    {
        var camera = CameraIntrinsics.FromFieldOfView(90, width, height);
        Assert.Equal(320, camera.Fx, 0.001f);
        Assert.Equal(camera.Fx, camera.Fy);
        Assert.Equal((width - 1) / 2f, camera.Cx);
        Assert.Equal((height - 1) / 2f, camera.Cy);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(180)]
    [InlineData(-20)]
    [InlineData(float.NaN)]
    public void Impossible_fields_of_view_are_refused(float degrees) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CameraIntrinsics.FromFieldOfView(degrees, 640, 480));

    [Fact]
    public void A_point_is_seen_where_the_pixel_leads_back_to_it()
    {
        var camera = new CameraIntrinsics(800, 820, 310, 245);
        var point = new Vector3(3, -5, 40);
        Assert.Equal(new Vector2(800 * 3 / 40f + 310, 820 * -5 / 40f + 245), camera.Project(point));
        Assert.InRange(Vector3.Distance(point, camera.Unproject(camera.Project(point), 40)), 0, 1e-4f);
    }
}

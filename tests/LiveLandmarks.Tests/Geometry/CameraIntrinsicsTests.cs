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
}

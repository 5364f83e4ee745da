using System.Numerics;
using LiveLandmarks.Overlays.Anchoring;
using LiveLandmarks.Overlays.Meshes;
using LiveLandmarks.Overlays.Rasterizing;
using LiveLandmarks.Overlays.BuiltIn;
using LiveLandmarks.Tests.Pose;
using LiveLandmarks.Tracking;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Overlays;

public sealed class HiddenPartsTests : IDisposable
{
    private static readonly Vector3 White = new(255);

    private readonly Mat canvas = new(PosedHead.Height, PosedHead.Width, MatType.CV_8UC3, Scalar.Black);

    public void Dispose() => canvas.Dispose();

    [Theory]
    [InlineData(-8, true)]
    [InlineData(12, false)]
    public void Parts_behind_the_head_are_hidden_and_parts_before_it_are_not(float depth, bool visible)
    {
        var anchor = Anchor(new PosedHead(LandmarkScheme.Ibug68));
        var card = new MeshBuilder().Add(1, 1, (u, v) => new Vector3(4 * u - 2, 4 * v - 2, depth), (_, _) => White).Build();
        DrawHidden(anchor, card);
        Assert.Equal(visible, IsPainted(anchor, new Vector3(0, 0, depth)));
    }

    [Fact]
    public void Nearer_parts_cover_farther_ones_in_any_drawing_order()
    {
        var anchor = Anchor(new PosedHead(LandmarkScheme.Ibug68));
        var near = new MeshBuilder().Add(1, 1, (u, v) => new Vector3(4 * u - 2, 4 * v - 2, -20), (_, _) => new Vector3(0, 0, 200)).Build();
        var far = new MeshBuilder().Add(1, 1, (u, v) => new Vector3(4 * u - 2, 4 * v - 2, -10), (_, _) => new Vector3(200, 0, 0)).Build();
        var rasterizer = new Rasterizer(smooth: true);
        Assert.True(rasterizer.Begin(anchor, canvas, near, far));
        rasterizer.Draw(near);
        rasterizer.Draw(far);
        rasterizer.Finish(canvas);
        var pixel = At(anchor, new Vector3(0, 0, -20));
        Assert.True(pixel.Item2 > 50 && pixel.Item0 == 0);
    }

    /// <summary>Seen from below, the front of the brim is before the forehead and its back is behind the skull.</summary>
    [Fact]
    public void The_back_of_the_brim_is_hidden_by_the_head()
    {
        var head = new PosedHead(LandmarkScheme.Ibug68, Pitch: 25) { Place = new Vector3(0, 5, 60) };
        var face = StillFace.Of(1, head.See(), head.Camera);
        var drawn = Drawn.On(canvas, new HatOverlay(), face);
        var anchor = Anchor(head);
        var (front, back) = (anchor.Project(HatOverlay.BrimCenter + new Vector3(0, -1.5f, -12)),
            anchor.Project(HatOverlay.BrimCenter + new Vector3(0, 1.5f, 12)));
        Assert.True(drawn.At(front.X, front.Y));
        Assert.False(drawn.At(back.X, back.Y));
    }

    [Fact]
    public void On_a_turned_head_the_far_arm_of_the_glasses_is_hidden_and_the_near_one_is_seen()
    {
        var head = new PosedHead(LandmarkScheme.Ibug68, Yaw: 40);
        var drawn = Drawn.On(canvas, new SunglassesOverlay { Darkness = 0 }, StillFace.Of(1, head.See(), head.Camera));
        var anchor = Anchor(head);
        // Turned to the left, the person's right side is nearer. The left lens is clear here, so without the head the far arm would be
        // visible through it.
        var (near, far) = (anchor.Project(new Vector3(-7.9f, -0.2f, 4)), anchor.Project(new Vector3(7.9f, -0.2f, 4)));
        Assert.True(drawn.At(near.X, near.Y));
        Assert.False(drawn.At(far.X, far.Y));
    }

    [Fact]
    public void Triangles_behind_the_near_plane_are_left_out()
    {
        var anchor = Anchor(new PosedHead(LandmarkScheme.Ibug68));
        var behind = new MeshBuilder().Add(2, 2, (u, v) => new Vector3(400 * u - 200, 400 * v - 200, -200), (_, _) => White).Build();
        Assert.False(new Rasterizer(smooth: true).Begin(anchor, canvas, behind));
        var through = new MeshBuilder().Add(1, 8, (u, v) => new Vector3(20 * u - 10, -4, 60 - 200 * v), (_, _) => White).Build();
        DrawHidden(anchor, through);
        Assert.False(IsPainted(anchor, new Vector3(0, 8, 0)));
    }

    private static HeadAnchor Anchor(PosedHead head) => new HeadAnchors().Of(StillFace.Of(1, head.See(), head.Camera), 0)!.Value;

    private void DrawHidden(HeadAnchor anchor, Mesh mesh)
    {
        var rasterizer = new Rasterizer(smooth: true);
        Assert.True(rasterizer.Begin(anchor, canvas, mesh));
        rasterizer.Occlude(HeadProxy.Mesh);
        rasterizer.Draw(mesh);
        rasterizer.Finish(canvas);
    }

    private Vec3b At(HeadAnchor anchor, Vector3 point)
    {
        var place = anchor.Project(point);
        return canvas.At<Vec3b>((int)MathF.Round(place.Y), (int)MathF.Round(place.X));
    }

    private bool IsPainted(HeadAnchor anchor, Vector3 point) => At(anchor, point) != new Vec3b(0, 0, 0);
}

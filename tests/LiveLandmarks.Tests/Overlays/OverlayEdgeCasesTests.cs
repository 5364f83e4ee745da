using System.Numerics;
using LiveLandmarks.Overlays;
using LiveLandmarks.Overlays.Meshes;
using LiveLandmarks.Overlays.BuiltIn;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tests.Pose;
using LiveLandmarks.Tracking;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Overlays;

public sealed class OverlayEdgeCasesTests : IDisposable
{
    private static readonly string[] WithPose = ["axes", "avatar", "sunglasses", "hat", "mask"];

    private readonly Mat image = new(PosedHead.Height, PosedHead.Width, MatType.CV_8UC3, new Scalar(90, 120, 150));

    public static TheoryData<string> Names => [.. All().Select(overlay => overlay.Name)];

    public void Dispose() => image.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_faces_nothing_is_drawn(string name) => Assert.Equal(0, Drawn.On(image, Make(name)).Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void Overlays_that_need_a_pose_draw_nothing_without_one(string name)
    {
        var drawn = Drawn.On(image, Make(name), Faces.Tracked(1, Faces.At(300, 200)));
        if (WithPose.Contains(name))
            Assert.Equal(0, drawn.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_face_half_outside_the_picture_is_drawn_up_to_the_edge(string name)
    {
        var faces = new[] { (-320, 0), (320, 0), (0, -280), (0, 230) }
            .Select((shift, i) => Average(LandmarkScheme.Ibug68, shift.Item1, shift.Item2) with { Id = i + 1 }).ToArray();
        Assert.InRange(Drawn.On(image, Make(name), faces).Count, 1, 150_000);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_face_close_to_the_lens_or_far_away_does_no_harm(string name)
    {
        Drawn.On(image, Make(name), Face(1, new PosedHead(LandmarkScheme.Ibug68) { Place = new Vector3(0, 0, 11) }));
        Drawn.On(image, Make(name), Face(1, new PosedHead(LandmarkScheme.Ibug68) { Place = new Vector3(0, 0, 5000) }));
        Drawn.On(image, Make(name), Faces.Tracked(1, Faces.At(300, 200, 40_000)), Faces.Tracked(2, Faces.At(-5000, 9000)),
            Faces.Tracked(3, Faces.At(0, 0, 0.01f)));
        Drawn.On(image, Make(name), Drawn.Astronaut with { Landmarks = At(float.NaN), Raw = At(float.NaN) });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_face_of_98_landmarks_is_drawn_like_one_of_68(string name)
    {
        var few = Drawn.On(image, Make(name), Average(LandmarkScheme.Ibug68)).Count;
        var many = Drawn.On(image, Make(name), Average(LandmarkScheme.Wflw98)).Count;
        Assert.True(few > 0);
        Assert.InRange((float)many / few, 0.8f, 2.2f);
    }

    [Fact]
    public void The_smallest_picture_can_be_drawn_on()
    {
        using var pixel = new Mat(1, 1, MatType.CV_8UC3, Scalar.Black);
        foreach (var (_, make) in All())
            Drawn.On(pixel, make(), Drawn.Astronaut);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_frame_allocates_almost_nothing(string name)
    {
        var overlay = Make(name);
        overlay.Start(Drawn.Context(Repository.Root));
        using var canvas = image.Clone();
        var frame = Drawn.Frame(image, canvas, [Average(LandmarkScheme.Ibug68)]);
        for (var i = 0; i < 50; i++)
            overlay.Draw(frame);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 50; i++)
            overlay.Draw(frame);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 50, 0, 1024);
        (overlay as IDisposable)?.Dispose();
    }

    private static (string Name, Func<IOverlay> Make)[] All() =>
    [
        ("landmarks", () => new LandmarksOverlay()), ("axes", () => new AxesOverlay()), ("mesh", () => new MeshOverlay()),
        ("sunglasses", () => new SunglassesOverlay()), ("hat", () => new HatOverlay()), ("mask", () => new MaskOverlay()),
        ("make-up", () => new MakeUpOverlay()), ("avatar", () => new AvatarOverlay()),
    ];

    private static IOverlay Make(string name) => All().Single(overlay => overlay.Name == name).Make();

    private static TrackedFace Face(int id, PosedHead head) => StillFace.Of(id, head.See(), head.Camera);

    private static FaceLandmarks At(float x) => new(LandmarkScheme.Ibug68, [.. Enumerable.Repeat(new Landmark(x, x, 1), 68)]);

    private static TrackedFace Average(LandmarkScheme scheme, float right = 0, float down = 0)
    {
        var face = new FaceLandmarks(scheme, [.. FlatFace.Of(scheme)!.Select(
            point => new Landmark(320 + right + 10 * point.X, 240 + down + 10 * point.Y, 0.9f))]);
        return StillFace.Of(1, face, CameraIntrinsics.FromFieldOfView(60, PosedHead.Width, PosedHead.Height));
    }
}

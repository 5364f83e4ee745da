using System.Collections.Immutable;
using System.Text.Json;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tests.Tracking;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Web;

public sealed class LandmarkSocketTests : IAsyncLifetime
{
    private const double FrameTime = 1000 / 30.0;

    private RunningServer server = null!;

    public async Task InitializeAsync() => server = await RunningServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Landmarks_equal_those_of_a_tracker_run_directly()
    {
        using var visitor = await server.WelcomeAsync();
        using var tracker = new FaceTracker(Networks.Locator());
        uint number = 0;
        foreach (var jpeg in Pictures.OfClip(45))
        {
            using var image = Cv2.ImDecode(jpeg, ImreadModes.Color);
            var expected = Assert.Single(tracker.Process(image, TimeSpan.FromMilliseconds(number * FrameTime)));

            var answer = await visitor.AskAsync(++number, 5000 + (number - 1) * FrameTime, jpeg);

            Assert.Equal(number, answer.GetProperty("frame").GetUInt32());
            Assert.Equal((640, 480), (answer.GetProperty("width").GetInt32(), answer.GetProperty("height").GetInt32()));
            var face = Assert.Single(answer.GetProperty("faces").EnumerateArray());
            Assert.Equal(expected.Id, face.GetProperty("id").GetInt32());
            AssertNear(expected.Landmarks.Points, face.GetProperty("landmarks"));
        }
    }

    [Fact]
    public async Task Every_visitor_has_separate_ids()
    {
        using var scene = new Scene(640, 480);
        var left = Pictures.Jpeg(scene.Heads((200, 240)));
        var both = Pictures.Jpeg(scene.Heads((200, 240), (450, 240)));
        using var one = await server.WelcomeAsync();
        using var other = await server.WelcomeAsync();

        AssertIds(await one.AskAsync(1, 1, left), 1);
        AssertIds(await other.AskAsync(1, 1, both), 1, 2);
        AssertIds(await one.AskAsync(2, 2000, both), 1, 2);
        // The detector decides which of two new faces comes first.
        Assert.InRange(Assert.Single(Ids(await other.AskAsync(2, 2000, left))), 1, 2);
    }

    [Fact]
    public async Task Picture_sizes_may_change_and_a_picture_without_a_face_gives_none()
    {
        using var visitor = await server.WelcomeAsync();
        AssertIds(await visitor.AskAsync(1, 1, Pictures.Grey(640, 480)));
        AssertIds(await visitor.AskAsync(2, 2, Pictures.Grey(1, 1)));
        AssertIds(await visitor.AskAsync(9, 3, Pictures.Grey(480, 640)));
    }

    [Fact]
    public async Task A_visitor_who_leaves_gets_a_normal_close()
    {
        using var visitor = await server.WelcomeAsync();
        await visitor.LeaveAsync();
        Assert.Equal(1000, visitor.CloseCode);
    }

    private static void AssertIds(JsonElement answer, params int[] ids) =>
        Assert.Equal(ids, Ids(answer));

    private static IEnumerable<int> Ids(JsonElement answer) =>
        answer.GetProperty("faces").EnumerateArray().Select(face => face.GetProperty("id").GetInt32());

    private static void AssertNear(ImmutableArray<Landmark> expected, JsonElement points)
    {
        Assert.Equal(expected.Length, points.GetArrayLength());
        for (var i = 0; i < expected.Length; i++)
            Assert.InRange(expected[i].DistanceTo(new Landmark(points[i][0].GetSingle(), points[i][1].GetSingle(), 1)), 0, 0.05f);
    }
}

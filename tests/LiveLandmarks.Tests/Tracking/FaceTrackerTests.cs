using LiveLandmarks.Diagnostics;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tracking;
using OpenCvSharp;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace LiveLandmarks.Tests.Tracking;

public sealed class FaceTrackerTests : IDisposable
{
    private readonly CountingDetector detector = new(Networks.Detector());
    private readonly Scene scene = new(640, 400);
    private FaceTracker? tracker;

    public void Dispose()
    {
        scene.Dispose();
        if (tracker is null)
            detector.Dispose();
        else
            tracker.Dispose();
    }

    [Fact]
    public void A_moving_face_keeps_its_id_and_is_followed()
    {
        var tracker = Track();
        for (var i = 0; i < 60; i++)
        {
            // Swings, rolls and grows, by up to a tenth of its size per frame.
            var (sin, cos) = MathF.SinCos(0.3f * MathF.Sin(0.15f * i));
            var scale = 1 + 0.005f * i;
            var motion = new Similarity(scale * cos, scale * sin, 80 + 60 * MathF.Sin(0.15f * i), 0.5f * i);
            var face = Assert.Single(tracker.Process(scene.Warped(motion), Scene.Time(i)));
            Assert.Equal((1, i + 1), (face.Id, face.Age));
            Assert.InRange(face.Landmarks.Points[30].DistanceTo(motion.Apply(Scene.Nose)), 0, 7 * scale);
        }
    }

    [Fact]
    public void A_face_that_is_gone_for_half_a_second_comes_back_with_its_id()
    {
        var tracker = Track();
        for (var i = 0; i < 10; i++)
            Assert.Equal(1, Assert.Single(tracker.Process(scene.Heads((300, 150)), Scene.Time(i))).Id);
        for (var i = 10; i < 25; i++)
            Assert.Empty(tracker.Process(scene.Heads(), Scene.Time(i)));
        var back = Assert.Single(tracker.Process(scene.Heads((310, 155)), Scene.Time(25)));
        Assert.Equal((1, 11), (back.Id, back.Age));
    }

    [Fact]
    public void A_face_that_is_gone_for_longer_than_the_memory_gets_a_new_id()
    {
        var tracker = Track(new TrackingOptions { Memory = TimeSpan.FromSeconds(0.4) });
        Assert.Equal(1, Assert.Single(tracker.Process(scene.Heads((300, 150)), Scene.Time(0))).Id);
        for (var i = 1; i < 13; i++)
            Assert.Empty(tracker.Process(scene.Heads(), Scene.Time(i)));
        var next = Assert.Single(tracker.Process(scene.Heads((300, 150)), Scene.Time(13)));
        Assert.Equal((2, 1), (next.Id, next.Age));
    }

    [Fact]
    public void A_face_far_from_the_one_that_left_gets_a_new_id()
    {
        var tracker = Track();
        Assert.Single(tracker.Process(scene.Heads((120, 150)), Scene.Time(0)));
        Assert.Empty(tracker.Process(scene.Heads(), Scene.Time(1)));
        Assert.Equal(2, Assert.Single(tracker.Process(scene.Heads((500, 250)), Scene.Time(2))).Id);
    }

    [Fact]
    public void Two_faces_keep_an_id_each()
    {
        var tracker = Track();
        int left = 0, right = 0;
        for (var i = 0; i < 20; i++)
        {
            var faces = tracker.Process(scene.Heads((120 + 2 * i, 150), (500 - 2 * i, 200)), Scene.Time(i));
            Assert.Equal([1, 2], faces.Select(face => face.Id));
            var byPlace = faces.OrderBy(face => face.Box.CenterX).ToArray();
            if (i == 0)
                (left, right) = (byPlace[0].Id, byPlace[1].Id);
            Assert.Equal((left, right), (byPlace[0].Id, byPlace[1].Id));
        }
    }

    [Fact]
    public void When_one_of_two_faces_leaves_the_other_keeps_its_id()
    {
        var tracker = Track();
        var before = tracker.Process(scene.Heads((120, 150), (500, 200)), Scene.Time(0)).Single(face => face.Box.CenterX > 320);
        for (var i = 1; i < 10; i++)
            Assert.Equal(before.Id, Assert.Single(tracker.Process(scene.Heads((500, 200)), Scene.Time(i))).Id);
    }

    [Fact]
    public void A_second_face_is_found_when_the_next_search_is_due()
    {
        var tracker = Track(new TrackingOptions { DetectionInterval = TimeSpan.FromSeconds(0.5) });
        Assert.Single(tracker.Process(scene.Heads((120, 150)), Scene.Time(0)));
        for (var i = 1; i < 15; i++)
            Assert.Single(tracker.Process(scene.Heads((120, 150), (500, 200)), Scene.Time(i)));
        Assert.Equal(2, tracker.Process(scene.Heads((120, 150), (500, 200)), Scene.Time(15)).Count);
    }

    [Fact]
    public void No_more_faces_are_tracked_than_requested_and_the_detector_rests_meanwhile()
    {
        var tracker = Track(new TrackingOptions { MaxFaces = 1 });
        for (var i = 0; i < 40; i++)
            Assert.Equal(1, Assert.Single(tracker.Process(scene.Heads((120, 150), (500, 200)), Scene.Time(i))).Id);
        Assert.Equal(1, detector.Calls);
    }

    [Fact]
    public void The_detector_runs_once_an_interval_while_a_face_is_followed()
    {
        var tracker = Track();
        for (var i = 0; i < 61; i++)
            tracker.Process(scene.Heads((300, 150)), Scene.Time(i));
        Assert.Equal(3, detector.Calls);
    }

    [Fact]
    public void An_empty_stream_is_searched_every_frame_and_has_no_faces()
    {
        var tracker = Track();
        for (var i = 0; i < 5; i++)
            Assert.Empty(tracker.Process(scene.Heads(), Scene.Time(i)));
        // Upright, at one other roll, and in one part of the picture.
        Assert.Equal(3 * 5, detector.Calls);
    }

    [Fact]
    public void A_face_is_lost_when_it_leaves_the_picture()
    {
        var tracker = Track();
        IReadOnlyList<TrackedFace> faces = [];
        for (var i = 0; i < 40; i++)
            faces = tracker.Process(scene.Warped(new Similarity(1, 0, 0, -6 * i)), Scene.Time(i));
        Assert.Empty(faces);
    }

    [Fact]
    public void The_size_of_the_pictures_may_change_within_a_stream()
    {
        var tracker = Track();
        Assert.Single(tracker.Process(scene.Heads((120, 150)), Scene.Time(0)));
        using var part = new Mat(scene.Heads((120, 150)), new Rect(0, 0, 300, 300));
        Assert.Equal(1, Assert.Single(tracker.Process(part, Scene.Time(1))).Id);
    }

    [Fact]
    public void Without_smoothing_the_landmarks_are_the_raw_ones()
    {
        var tracker = Track(new TrackingOptions { Smoothing = null });
        for (var i = 0; i < 3; i++)
        {
            var face = Assert.Single(tracker.Process(scene.Heads((300 + 3 * i, 150)), Scene.Time(i)));
            Assert.Same(face.Raw, face.Landmarks);
        }
    }

    [Fact]
    public void The_clock_measures_the_stages()
    {
        var tracker = Track();
        tracker.Process(scene.Heads((300, 150)), Scene.Time(0));
        tracker.Process(scene.Heads((300, 150)), Scene.Time(1));
        foreach (var stage in new[] { Stage.Detect, Stage.Crop, Stage.Network, Stage.Decode, Stage.Track })
            Assert.True(tracker.Clock[stage] > TimeSpan.Zero, stage.ToString());
        Assert.Equal(TimeSpan.Zero, tracker.Clock[Stage.Render]);
    }

    [Fact]
    public void At_least_one_face_must_be_allowed()
    {
        using var locator = Networks.Locator();
        Assert.Throws<ArgumentOutOfRangeException>(() => new FaceTracker(locator, new TrackingOptions { MaxFaces = 0 }));
    }

    [Fact]
    public void The_log_reports_when_a_face_appears_is_lost_comes_back_and_is_forgotten()
    {
        using var log = new CollectedLog(LogLevel.Debug);
        tracker = new FaceTracker(new FaceLocator(detector, Networks.Landmarks()), logger: log.CreateLogger("tracking"));
        foreach (var (frame, isThere) in new[] { (0, true), (1, true), (2, false), (12, true), (13, false), (90, false) })
            tracker.Process(isThere ? scene.Heads((300, 150)) : scene.Heads(), Scene.Time(frame));
        Assert.All(log.Lines, line => Assert.Equal((LogLevel.Debug, "tracking"), (line.Level, line.Category)));
        Assert.Collection(
            log.Texts,
            text => Assert.Matches("^00:00:00: face 1 appears at \\([0-9]+, [0-9]+\\)$", text),
            text => Assert.StartsWith("00:00:00.066", text, StringComparison.Ordinal),
            text => Assert.Matches("^00:00:00.4.*: face 1 is back after 00:00:00.36", text),
            text => Assert.EndsWith("face 1 is lost", text, StringComparison.Ordinal),
            text => Assert.Equal("face 1 is forgotten", text));
    }

    [Fact]
    public void The_tracker_disposes_its_detector()
    {
        Track().Dispose();
        Assert.True(detector.Disposed);
    }

    private FaceTracker Track(TrackingOptions? options = null) =>
        tracker = new FaceTracker(new FaceLocator(detector, Networks.Landmarks()), options);
}

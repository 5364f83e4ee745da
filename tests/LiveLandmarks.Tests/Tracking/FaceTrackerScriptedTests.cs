using LiveLandmarks.Landmarks;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tracking;

namespace LiveLandmarks.Tests.Tracking;

/// <summary>The tracker with a scripted detector instead of a network.</summary>
public class FaceTrackerScriptedTests
{
    private static FaceBox BoxAt(int noseX, int noseY, float score) => new(182 - 225 + noseX, 59 - 127 + noseY, 87, 117, score);

    [Fact]
    public void A_track_lost_while_two_others_meet_does_no_harm()
    {
        using var scene = new Scene(900, 400);
        using var tracker = new FaceTracker(new FaceLocator(
            new OnceDetector(BoxAt(120, 200, 0.9f), BoxAt(750, 200, 0.8f), BoxAt(440, 200, 0.7f)), Networks.Landmarks()));
        // The first face moves toward the third; half a second later the first and the second are gone.
        IReadOnlyList<TrackedFace> faces = [];
        for (var i = 0; i < 20; i++)
        {
            faces = tracker.Process(scene.Heads((120 + 8 * i, 200), (750, 200), (440, 200)), Scene.Time(i));
            Assert.Equal(3, faces.Count);
        }
        var third = faces.MinBy(face => MathF.Abs(face.Box.CenterX - 440))!;
        Assert.Equal(third.Id, Assert.Single(tracker.Process(scene.Heads((440, 200)), Scene.Time(38))).Id);
    }

    [Fact]
    public void A_better_scored_box_without_a_face_does_not_hide_the_only_face_allowed()
    {
        using var scene = new Scene(640, 400);
        using var tracker = new FaceTracker(
            new FaceLocator(new OnceDetector(BoxAt(480, 200, 0.9f), BoxAt(150, 200, 0.8f)), Networks.Landmarks()),
            new TrackingOptions { MaxFaces = 1 });
        Assert.Single(tracker.Process(scene.Heads((150, 200)), Scene.Time(0)));
    }
}

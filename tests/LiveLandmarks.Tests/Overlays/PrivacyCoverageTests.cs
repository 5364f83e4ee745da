using System.Reactive.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Overlays;
using LiveLandmarks.Overlays.BuiltIn;
using LiveLandmarks.Tests.Clips;
using LiveLandmarks.Tracking;

namespace LiveLandmarks.Tests.Overlays;

/// <summary>Every landmark inside the picture is hidden in every frame, and most of the rest of the picture is
/// not.</summary>
public class PrivacyCoverageTests
{
    private const int LookAhead = 24;

    // True face boxes, grown by 60 %: pixels beyond them are hidden only to be safe.
    private const float Grown = 0.3f;

    [Trait("Duration", "Long")]
    [Fact]
    public void A_moving_face_is_hidden_in_every_frame() =>
        AssertHidden(Repository.Media("collins.mp4"), FaceTruth.OfPortrait("collins.csv", 1), frames: 240, maxOutside: 0.2);

    [Fact]
    [Trait("Duration", "Long")]
    public void Faces_that_cross_leave_and_come_back_half_are_hidden_in_every_frame() =>
        AssertHidden(Repository.Media("two-faces.mp4"), FaceTruth.OfPortrait("two-faces.csv", 2), frames: 324, maxOutside: 0.2);

    [Trait("Duration", "Long")]
    [SharedFact]
    public void Three_faces_before_a_fast_camera_are_hidden_in_every_frame()
    {
        var clip = Path.Combine(Repository.SharedFaces, "video", "panzoom_59354095");
        AssertHidden(clip + ".mp4", FaceTruth.OfPeople(clip + "_landmarks.csv"), frames: 180, maxOutside: 0.2);
    }

    private static void AssertHidden(string clip, Func<int, Landmark[][]> truth, int frames, double maxOutside)
    {
        using var tracker = ClipRun.OpenTracker(new TrackingOptions { ReportCandidates = true });
        using var overlay = new PrivacyOverlay { Settle = 0 };
        using var mask = new HiddenMask(640, 480);
        overlay.Start(new OverlayContext("", ""));
        var (count, outside) = (0, 0.0);
        List<string> seen = [];
        FrameFeed.From(clip).TrackFaces(tracker).LookAhead(LookAhead).Do(tracked =>
        {
            mask.Draw(overlay, Frames.ToDrawOn(tracked));
            var faces = truth(count);
            for (var face = 0; face < faces.Length; face++)
                seen.AddRange(faces[face].Where(mask.Shows).Select(point => $"frame {count}, face {face + 1}: ({point.X:0}, {point.Y:0})"));
            outside += mask.ShareOutside(Array.ConvertAll(faces, points => FaceBox.Around(points).Grow(Grown)));
            count++;
        }).Wait();
        Assert.Empty(seen);
        Assert.Equal(frames, count);
        Assert.InRange(outside / count, 0, maxOutside);
    }
}

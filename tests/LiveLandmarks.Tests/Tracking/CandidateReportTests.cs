using LiveLandmarks.Landmarks;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tracking;

namespace LiveLandmarks.Tests.Tracking;

public class CandidateReportTests
{
    [Fact]
    public void Only_a_watchful_tracker_searches_every_frame_and_reports_candidates()
    {
        using var scene = new Scene(640, 400);
        var (resting, watching) = (new CountingDetector(Networks.Detector()), new CountingDetector(Networks.Detector()));
        using var usual = new FaceTracker(new FaceLocator(resting, Networks.Landmarks()));
        using var reporting =
            new FaceTracker(new FaceLocator(watching, Networks.Landmarks()), new TrackingOptions { ReportCandidates = true });
        Assert.Null(reporting.Candidates);
        for (var i = 0; i < 10; i++)
        {
            var image = scene.Heads((150 + 5 * i, 200));
            var (expected, found) = (usual.Process(image, Scene.Time(i)), reporting.Process(image, Scene.Time(i)));
            // Both find the same faces, bit for bit.
            Assert.Equal<Landmark>(Assert.Single(expected).Raw.Points, Assert.Single(found).Raw.Points);
            Assert.Null(usual.Candidates);
            Assert.Contains(reporting.Candidates!, box => box.IntersectionOverUnion(found[0].Box) > 0.3f);
        }
        // Once upright, at seven other rolls, in six parts and beyond the edges.
        Assert.Equal((1, 10 * 15), (resting.Calls, watching.Calls));
    }

    [Fact]
    public void Candidates_come_from_lower_scores_than_faces()
    {
        using var scene = new Scene(640, 400);
        using var tracker = new FaceTracker(Networks.Locator(), new TrackingOptions { ReportCandidates = true, CandidateScore = 0.01f });
        var face = Assert.Single(tracker.Process(scene.Heads((150, 200)), Scene.Time(0)));
        Assert.Contains(tracker.Candidates!, box => box.Score < 0.6f);
        Assert.True(tracker.Candidates![0].IntersectionOverUnion(face.Box) > 0.3f);
    }
}

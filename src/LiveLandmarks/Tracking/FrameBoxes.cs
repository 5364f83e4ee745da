using LiveLandmarks.Diagnostics;
using LiveLandmarks.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tracking;

/// <summary>The detector's boxes in the current frame of a stream. The detector runs at most once per frame, when they are first
/// asked for.</summary>
/// <param name="locator">Has the detector.</param>
/// <param name="options">What the tracker reports.</param>
/// <param name="clock">Receives the time that the detector takes.</param>
internal sealed class FrameBoxes(FaceLocator locator, TrackingOptions options, StageClock clock)
{
    private IReadOnlyList<FaceBox>? boxes;

    /// <summary>Call this for each new frame.</summary>
    public void Forget() => boxes = null;

    /// <summary>The boxes in the frame, best first.</summary>
    public IReadOnlyList<FaceBox> In(Mat image)
    {
        if (boxes is not null)
            return boxes;
        using var timing = clock.Time(Stage.Detect);
        return boxes = options.ReportCandidates
            ? locator.Detector.Detect(image, MathF.Min(options.CandidateScore, locator.Detector.MinimumScore))
            : locator.Detector.Detect(image);
    }

    /// <summary>Everything in the frame that may be a face.</summary>
    public IReadOnlyList<FaceBox> CandidatesIn(Mat image)
    {
        var found = In(image);
        using var timing = clock.Time(Stage.Detect);
        return locator.FindCandidates(image, found, options.CandidateScore);
    }

    /// <summary>The box nearest to a face, ignoring the boxes of other faces; empty if there is none.</summary>
    /// <param name="image">The frame.</param>
    /// <param name="face">One of the faces in it.</param>
    /// <param name="faces">All faces in it; null for those that are lost.</param>
    public FaceBox[] NearestTo(Mat image, FaceLandmarks face, FaceLandmarks?[] faces)
    {
        var around = face.Bounds;
        var elsewhere = In(image)
            .Where(box => !Array.Exists(
                faces, other => other is not null && other != face && other.Bounds.IntersectionOverUnion(box) > TrackFilter.SameFace));
        return [.. elsewhere.OrderBy(box => MathF.Abs(box.CenterX - around.CenterX) + MathF.Abs(box.CenterY - around.CenterY)).Take(1)];
    }
}

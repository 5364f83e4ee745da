using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Evaluation;

/// <summary>Tracks the face of a clip of known motion, and measures how much its landmarks tremble.</summary>
public static class SteadinessTrial
{
    /// <summary>Tracks every frame of a clip. Among several faces, the largest of the first frame is measured, wherever the motion carries
    /// it.</summary>
    /// <param name="reader">The clip; stays the caller's.</param>
    /// <param name="tracker">Finds the face; stays the caller's. With its default options it smooths the landmarks.</param>
    /// <param name="motion">How the face moves.</param>
    /// <param name="cancel">Ends the trial early.</param>
    /// <returns>The landmarks as the network finds them, and the smoothed ones.</returns>
    /// <exception cref="InputException">The clip is damaged.</exception>
    public static (Steadiness Raw, Steadiness Smoothed) Run(
        IFrameReader reader, FaceTracker tracker, KnownMotion motion, CancellationToken cancel = default)
    {
        var (raw, smoothed) = (new Steadiness(), new Steadiness());
        using var image = new Mat();
        Landmark? place = null;
        for (var frame = 0L; !cancel.IsCancellationRequested && reader.Read(image, out var time); frame++)
        {
            var faces = tracker.Process(image, time);
            var known = motion[frame];
            var face = known is { } toFrame ? Choose(faces, toFrame, ref place) : null;
            raw.Add(face?.Raw, known ?? default);
            smoothed.Add(face?.Landmarks, known ?? default);
        }
        return (raw, smoothed);
    }

    /// <param name="faces">The faces of the frame.</param>
    /// <param name="motion">From the picture that was moved to the frame.</param>
    /// <param name="place">Where the face is in that picture; set by the first one.</param>
    private static TrackedFace? Choose(IReadOnlyList<TrackedFace> faces, Similarity motion, ref Landmark? place)
    {
        if (faces.Count == 0)
            return null;
        if (place is not { } at)
        {
            var largest = faces.MaxBy(face => face.Box.Width * face.Box.Height)!;
            place = motion.Inverse().Apply(Center(largest));
            return largest;
        }
        var expected = motion.Apply(at);
        var nearest = faces.MinBy(face => Center(face).DistanceTo(expected))!;
        return Center(nearest).DistanceTo(expected) < nearest.Box.Width / 2 ? nearest : null;
    }

    private static Landmark Center(TrackedFace face) => new(face.Box.CenterX, face.Box.CenterY, 1);
}

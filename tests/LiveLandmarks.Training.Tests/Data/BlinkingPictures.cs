using LiveLandmarks.Evaluation;
using LiveLandmarks.Expression;
using LiveLandmarks.Training.Data;
using OpenCvSharp;

namespace LiveLandmarks.Training.Tests.Data;

/// <summary>A photograph that shuts its eyes, before a camera with noise: what a tracker makes of blinks whose times are known.</summary>
/// <param name="tracker">Follows one face; stays the caller's.</param>
internal sealed class BlinkingPictures(FaceTracker tracker)
{
    private const double Noise = 2;
    private const int FramesPerSecond = 30;

    // A blink takes 0.3 s: shares of the gap that are gone, frame by frame.
    private static readonly float[] Blink = [0.4f, 0.8f, 1, 1, 1, 0.8f, 0.5f, 0.25f, 0.1f];

    /// <summary>Films a face for some time.</summary>
    /// <param name="picture">BGR, 8 bits.</param>
    /// <param name="points">Its landmarks, iBUG 68.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="blinks">When blinks begin, seconds.</param>
    /// <param name="winks">When the right eye alone blinks, seconds.</param>
    /// <returns>What is known of the face, frame by frame; null where it was not found.</returns>
    public List<TrackedFace?> Film(Mat picture, Landmark[] points, double seconds, double[] blinks, double[] winks)
    {
        var apertures = FaceApertures.Of(LandmarkScheme.Ibug68)!;
        List<TrackedFace?> seen = [];
        for (var frame = 0; frame < seconds * FramesPerSecond; frame++)
        {
            using var shut = picture.Clone();
            Landmark[] moved = [.. points];
            var (both, right) = (Share(blinks, frame), Share(winks, frame));
            LidClosing.Apply(shut, moved, apertures.RightEye, MathF.Max(both, right));
            LidClosing.Apply(shut, moved, apertures.LeftEye, both);
            using var camera = new NoisyCamera(shut, Noise);
            var faces = tracker.Process(camera.Film(0), TimeSpan.FromSeconds(frame / (double)FramesPerSecond));
            seen.Add(faces.Count > 0 ? faces[0] : null);
        }
        return seen;
    }

    private static float Share(double[] starts, int frame) =>
        starts.Select(start => frame - (int)(start * FramesPerSecond)).Where(at => at >= 0 && at < Blink.Length).Select(at => Blink[at])
        .DefaultIfEmpty().Max();
}

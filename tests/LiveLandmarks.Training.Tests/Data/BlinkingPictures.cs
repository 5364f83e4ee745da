using LiveLandmarks.Evaluation;
using LiveLandmarks.Expression;
using LiveLandmarks.Training.Data;
using OpenCvSharp;

namespace LiveLandmarks.Training.Tests.Data;

/// <summary>Films a photograph that shuts its eyes at known times, with camera noise, and tracks the face.</summary>
/// <param name="tracker">Tracks one face; the caller disposes it.</param>
internal sealed class BlinkingPictures(FaceTracker tracker)
{
    private const double Noise = 2;
    private const int FramesPerSecond = 30;

    // A blink takes 0.3 s. The share of the eye opening that is closed, for each frame.
    private static readonly float[] Blink = [0.4f, 0.8f, 1, 1, 1, 0.8f, 0.5f, 0.25f, 0.1f];

    /// <summary>Films a face for some time.</summary>
    /// <param name="picture">The photograph, BGR, 8 bits.</param>
    /// <param name="points">The landmarks of the face, iBUG 68.</param>
    /// <param name="seconds">Duration in seconds.</param>
    /// <param name="blinks">Start times of blinks of both eyes, in seconds.</param>
    /// <param name="winks">Start times of blinks of the right eye alone, in seconds.</param>
    /// <returns>The tracked face for each frame; null where it was not found.</returns>
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

using System.Collections.Immutable;

namespace LiveLandmarks.Smoothing;

/// <summary>
/// Smooths the pupils of one track. It filters the position of each pupil in its eye, in units of the distance between the outer eye
/// corners, so that the pupils do not lag when the head moves. For a pupil that was hidden, the filter restarts. Not thread-safe.
/// </summary>
internal sealed class PupilSmoother(SmoothingOptions options)
{
    /// <summary>Peak height below which a pupil counts as hidden.</summary>
    public const float MinConfidence = 0.25f;

    private OneEuroFilter rightX, rightY, leftX, leftY;
    private TimeSpan lastTime;

    /// <summary>Smooths the next pupils.</summary>
    /// <param name="raw">The face as the network found it.</param>
    /// <param name="smooth">Its smoothed landmarks.</param>
    /// <param name="time">When the face was captured.</param>
    /// <returns>The smoothed pupils in image pixels, confidences unchanged; null if the network finds no pupils.</returns>
    public FacePupils? Smooth(FaceLandmarks raw, ImmutableArray<Landmark> smooth, TimeSpan time)
    {
        if (raw.Pupils is not { } pupils)
            return null;
        var seconds = (float)(time - lastTime).TotalSeconds;
        lastTime = time;
        var size = MathF.Max(1, raw.InterOcularDistance);
        var (right, left) = raw.Scheme.OuterEyeCorners;
        return new FacePupils(
            Smooth(pupils.Right, raw.Points[right], smooth[right], size, seconds, ref rightX, ref rightY),
            Smooth(pupils.Left, raw.Points[left], smooth[left], size, seconds, ref leftX, ref leftY));
    }

    private Landmark Smooth(Landmark pupil, Landmark corner, Landmark smoothCorner, float size, float seconds, ref OneEuroFilter x,
        ref OneEuroFilter y)
    {
        if (pupil.Confidence < MinConfidence)
        {
            (x, y) = (default, default);
            return pupil;
        }
        return pupil with
        {
            X = smoothCorner.X + size * x.Filter((pupil.X - corner.X) / size, seconds, options.Shape),
            Y = smoothCorner.Y + size * y.Filter((pupil.Y - corner.Y) / size, seconds, options.Shape),
        };
    }
}

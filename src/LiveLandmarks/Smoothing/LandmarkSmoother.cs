using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace LiveLandmarks.Smoothing;

/// <summary>
/// Smooths the landmarks of one track. The unit of length is the face's size: twice the root mean square
/// distance of its landmarks from their center.
/// </summary>
public sealed class LandmarkSmoother(SmoothingOptions options)
{
    private const float ReferenceRadius = 0.5f;

    private Landmark[] reference = [];
    private Landmark[] inside = [];
    private OneEuroFilter[] shape = [];
    private OneEuroFilter x, y, logScale, angle;
    private float lastAngle;
    private TimeSpan lastTime;

    /// <summary>Smooths the next set of landmarks.</summary>
    /// <param name="raw">Landmarks in image pixels, always the same number.</param>
    /// <param name="time">When they were captured; if the time does not increase, the landmarks pass unchanged.</param>
    /// <returns>Smoothed landmarks in image pixels, confidences unchanged.</returns>
    public ImmutableArray<Landmark> Smooth(ImmutableArray<Landmark> raw, TimeSpan time)
    {
        var seconds = (float)(time - lastTime).TotalSeconds;
        if (reference.Length == 0)
        {
            reference = new Landmark[raw.Length];
            inside = new Landmark[raw.Length];
            shape = new OneEuroFilter[2 * raw.Length];
            Normalize(raw.AsSpan(), reference);
            seconds = 0;
        }
        lastTime = time;

        var motion = Similarity.Fit(reference, raw.AsSpan());
        if (motion.Scale == 0)
            return raw;
        FilterShape(raw.AsSpan(), motion.Inverse(), seconds);
        var smoothMotion = FilterMotion(motion, seconds);
        var smooth = new Landmark[raw.Length];
        for (var i = 0; i < smooth.Length; i++)
            smooth[i] = smoothMotion.Apply(inside[i]);
        // Scale and center are fixed at every step: a least-squares fit shrinks slightly, and the reference would drift.
        Normalize(inside, reference);
        return ImmutableCollectionsMarshal.AsImmutableArray(smooth);
    }

    private static void Normalize(ReadOnlySpan<Landmark> points, Span<Landmark> normalized)
    {
        float cx = 0, cy = 0, square = 0;
        foreach (var point in points)
        {
            cx += point.X / points.Length;
            cy += point.Y / points.Length;
        }
        foreach (var point in points)
            square += (point.X - cx) * (point.X - cx) + (point.Y - cy) * (point.Y - cy);
        var scale = square > 0 ? ReferenceRadius / MathF.Sqrt(square / points.Length) : 1;
        for (var i = 0; i < points.Length; i++)
            normalized[i] = new Landmark((points[i].X - cx) * scale, (points[i].Y - cy) * scale, points[i].Confidence);
    }

    private void FilterShape(ReadOnlySpan<Landmark> raw, Similarity toReference, float seconds)
    {
        for (var i = 0; i < raw.Length; i++)
        {
            var point = toReference.Apply(raw[i]);
            inside[i] = new Landmark(
                shape[2 * i].Filter(point.X, seconds, options.Shape),
                shape[2 * i + 1].Filter(point.Y, seconds, options.Shape),
                point.Confidence);
        }
    }

    private Similarity FilterMotion(Similarity motion, float seconds)
    {
        // The shift is filtered in face sizes, which change with the scale. Only the speed in these units matters, so the current scale is
        // used for both the last and the next value.
        var size = motion.Scale;
        var turn = MathF.IEEERemainder(motion.Angle - lastAngle, 2 * MathF.PI);
        lastAngle += turn;
        var a = angle.Filter(lastAngle, seconds, options.Motion);
        var s = MathF.Exp(logScale.Filter(MathF.Log(size), seconds, options.Motion));
        var tx = x.Filter(motion.Tx, seconds, options.Motion, size);
        var ty = y.Filter(motion.Ty, seconds, options.Motion, size);
        return new Similarity(s * MathF.Cos(a), s * MathF.Sin(a), tx, ty);
    }
}

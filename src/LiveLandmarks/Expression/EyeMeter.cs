using LiveLandmarks.Smoothing;

namespace LiveLandmarks.Expression;

/// <summary>
/// Measures one eye of one person by the height of its gap. A ratio would add the width, which is less certain on the far side of a turned
/// head. While it runs, it learns how open the eye usually is and how far the gap between the landmarks closes: people differ, and a
/// network that has seen few shut eyes leaves a gap there. Not thread-safe.
/// </summary>
/// <param name="options">What counts as a blink.</param>
/// <param name="shutEyeShare">See <see cref="ILandmarkDetector.ShutEyeShare"/>.</param>
internal sealed class EyeMeter(BlinkOptions options, float shutEyeShare)
{
    // In centimeters between the lids of an open eye; the first gap seen is accepted within these limits.
    private const float NarrowestOpen = 0.5f;
    private const float WidestOpen = 1.2f;

    // The open eye is the gap that is exceeded 30 % of the time; the estimate changes by these shares of itself per second.
    private const float Quantile = 0.7f;
    private const float OpenRate = 0.6f;
    private const float ClosedRate = 0.02f;
    private const float LongestStep = 0.1f;

    // The share of the open eye's gap that remains when it is shut: at least, and how it is learned.
    private const float MinLeft = 0.1f;
    private const float LeftAttack = 0.5f;
    private const float LeftDecay = 0.01f;

    private static readonly OneEuroOptions Smoothing = new(MinimumCutoff: 2, Beta: 1, DerivativeCutoff: 5);

    private readonly BlinkDetector blinks = new(options);
    private OneEuroFilter filter;
    private TimeSpan lastTime;
    private float open;
    private float left = 1;

    /// <summary>Measures the eye in the next frame.</summary>
    /// <param name="size">The size of the gap between the lids.</param>
    /// <param name="pose">Pose of the head.</param>
    /// <param name="time">When the frame was captured.</param>
    public EyeReading Read(ApertureSize size, in HeadPose pose, TimeSpan time)
    {
        var confidence = size.Confidence(pose);
        if (!ApertureSize.IsVisible(confidence))
            return Miss(confidence, time);

        var seconds = (float)(time - lastTime).TotalSeconds;
        lastTime = time;
        Learn(size.Height, Math.Clamp(seconds, 0, LongestStep));
        var openness = Math.Clamp((size.Height / open - left) / (1 - left), 0, 1);
        blinks.Update(openness, time);
        return new EyeReading(blinks.State, Math.Clamp(filter.Filter(openness, seconds, Smoothing), 0, 1), size.Aspect, confidence,
            blinks.Blinks);
    }

    /// <summary>Call this if the eye is not visible in the next frame.</summary>
    public EyeReading Miss(float confidence, TimeSpan time)
    {
        blinks.Update(null, time);
        filter = default;
        return new EyeReading(EyeState.NotVisible, null, null, confidence, blinks.Blinks);
    }

    private void Learn(float gap, float seconds)
    {
        if (open == 0)
            open = Math.Clamp(gap, NarrowestOpen, WidestOpen);
        // A shut eye reveals little about the open one.
        var rate = blinks.State == EyeState.Closed ? ClosedRate : OpenRate;
        open *= 1 + seconds * (gap > open ? OpenRate * Quantile : rate * (Quantile - 1));
        open = MathF.Max(open, NarrowestOpen / 2);

        var share = gap / open;
        left += share < left ? LeftAttack * (share - left) : seconds * LeftDecay * (shutEyeShare - left);
        left = Math.Clamp(left, MinLeft, shutEyeShare);
    }
}

namespace LiveLandmarks.Expression;

/// <summary>
/// Learns how strong each movement of one person seems at rest and how strong it becomes, and stretches it to 0..1: the corners of some
/// mouths point up at rest, and not everybody can raise the brows as far as the face model. Not thread-safe.
/// </summary>
internal sealed class ExpressionCalibrator
{
    // The rest is the strength that is exceeded 60 % of the time; people rest more than they move, but may smile for long. It changes by
    // this much per second at most, and never counts more than this.
    private const float RestQuantile = 0.4f, RestRate = 0.05f, MaxRest = 0.35f;

    // The peak is exceeded 1 % of the time.
    private const float PeakQuantile = 0.99f, PeakRate = 0.08f, MinPeak = 0.5f;

    // A movement is learned from a face that is seen well.
    private const float MinConfidence = 0.7f, LongestStep = 0.1f;

    private readonly float[] rests = new float[Blendshapes.Count], peaks = new float[Blendshapes.Count];
    private TimeSpan lastTime;

    /// <summary>Starts from what was learned before.</summary>
    /// <param name="known">Null if nothing is known.</param>
    public ExpressionCalibrator(ExpressionCalibration? known = null)
    {
        Reset();
        if (known is null)
            return;
        foreach (var movement in Enum.GetValues<Blendshape>())
            (rests[(int)movement], peaks[(int)movement]) = (known.Rest(movement), known.Peak(movement));
    }

    /// <summary>What was learned so far.</summary>
    public ExpressionCalibration Learned => new(rests, peaks);

    /// <summary>Forgets what was learned.</summary>
    public void Reset()
    {
        rests.AsSpan().Clear();
        peaks.AsSpan().Fill(1);
    }

    /// <summary>Learns from the next frame, and stretches its movements.</summary>
    /// <param name="movements">The movements to change.</param>
    /// <param name="values">The strength of each of ARKit's movements, NaN if unknown; changed.</param>
    /// <param name="confidences">How certain each is, 0 to 1.</param>
    /// <param name="time">When the frame was captured.</param>
    public void Apply(
        IReadOnlyList<Blendshape> movements, Span<float> values, ReadOnlySpan<float> confidences, TimeSpan time)
    {
        var seconds = Math.Clamp((float)(time - lastTime).TotalSeconds, 0, LongestStep);
        lastTime = time;
        for (var i = 0; i < movements.Count; i++)
        {
            var index = (int)movements[i];
            var value = values[index];
            if (float.IsNaN(value))
                continue;
            if (confidences[index] >= MinConfidence)
                Learn(index, value, seconds);
            values[index] = Math.Clamp((value - rests[index]) / (peaks[index] - rests[index]), 0, 1);
        }
    }

    private void Learn(int index, float value, float seconds)
    {
        var rest = rests[index] + seconds * RestRate * (value > rests[index] ? RestQuantile : RestQuantile - 1);
        rests[index] = Math.Clamp(rest, 0, MaxRest);
        var peak = peaks[index] + seconds * PeakRate * (value > peaks[index] ? PeakQuantile : PeakQuantile - 1);
        peaks[index] = Math.Clamp(peak, MinPeak, 1);
    }
}

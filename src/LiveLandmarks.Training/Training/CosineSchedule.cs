namespace LiveLandmarks.Training.Training;

/// <summary>Rises linearly, then falls along half a cosine wave (SGDR without restarts, Loshchilov and Hutter, ICLR 2017).</summary>
/// <param name="WarmUpSteps">Steps of the rise.</param>
/// <param name="Last">The factor at the end.</param>
public sealed record CosineSchedule(int WarmUpSteps = 500, double Last = 0.01) : LearningRateSchedule
{
    /// <inheritdoc/>
    public override double Factor(long step, long stepsPerEpoch, long totalSteps)
    {
        if (step < WarmUpSteps)
            return (step + 1.0) / WarmUpSteps;
        var done = Math.Min(1, (double)(step - WarmUpSteps) / Math.Max(1, totalSteps - WarmUpSteps));
        return Last + (1 - Last) * (1 + Math.Cos(Math.PI * done)) / 2;
    }
}

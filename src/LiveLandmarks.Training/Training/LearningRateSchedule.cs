using System.Text.Json.Serialization;

namespace LiveLandmarks.Training.Training;

/// <summary>How the learning rate changes during training: a function of the step alone, so that checkpoints need not store it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MultiStepSchedule), "multi-step")]
[JsonDerivedType(typeof(CosineSchedule), "cosine")]
public abstract record LearningRateSchedule
{
    /// <summary>The factor of the learning rate in a step.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="stepsPerEpoch">Steps in which every training picture is seen once.</param>
    /// <param name="totalSteps">Steps of the whole training.</param>
    /// <returns>0 to 1.</returns>
    public abstract double Factor(long step, long stepsPerEpoch, long totalSteps);
}

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

/// <summary>Multiplies the learning rate by a factor at the start of certain epochs: the AWing paper's schedule.</summary>
/// <param name="Milestones">Those epochs, counted from 0.</param>
/// <param name="Gamma">The factor.</param>
public sealed record MultiStepSchedule(IReadOnlyList<int> Milestones, double Gamma = 0.1) : LearningRateSchedule
{
    /// <inheritdoc/>
    public override double Factor(long step, long stepsPerEpoch, long totalSteps) =>
        Math.Pow(Gamma, Milestones.Count(milestone => step / stepsPerEpoch >= milestone));
}

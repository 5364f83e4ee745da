namespace LiveLandmarks.Training.Training;

/// <summary>Multiplies the learning rate by a factor at the start of certain epochs: the AWing paper's schedule.</summary>
/// <param name="Milestones">Those epochs, counted from 0.</param>
/// <param name="Gamma">The factor.</param>
public sealed record MultiStepSchedule(IReadOnlyList<int> Milestones, double Gamma = 0.1) : LearningRateSchedule
{
    /// <inheritdoc/>
    public override double Factor(long step, long stepsPerEpoch, long totalSteps) =>
        Math.Pow(Gamma, Milestones.Count(milestone => step / stepsPerEpoch >= milestone));
}

using System.Text.Json.Serialization;

namespace LiveLandmarks.Training.Training;

/// <summary>How the learning rate changes while training goes on: a function of the step alone, so a resumed run needs no memory of
/// it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MultiStepSchedule), "multi-step")]
[JsonDerivedType(typeof(CosineSchedule), "cosine")]
public abstract record LearningRateSchedule
{
    /// <summary>What the learning rate is multiplied by during a step.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="stepsPerEpoch">Steps in which every training picture is seen once.</param>
    /// <param name="totalSteps">Steps of the whole training.</param>
    /// <returns>0 to 1.</returns>
    public abstract double Factor(long step, long stepsPerEpoch, long totalSteps);
}

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

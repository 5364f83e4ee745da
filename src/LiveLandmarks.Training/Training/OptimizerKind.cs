namespace LiveLandmarks.Training.Training;

/// <summary>The method that turns gradients into steps.</summary>
public enum OptimizerKind
{
    /// <summary>RMSprop: the AWing paper's choice.</summary>
    RmsProp,

    /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter, ICLR 2019): learns more in short trainings.</summary>
    AdamW,
}

namespace LiveLandmarks.Training.Training;

/// <summary>How gradients become steps.</summary>
public enum OptimizerKind
{
    /// <summary>RMSprop: the AWing paper's choice.</summary>
    RmsProp,

    /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter, ICLR 2019): gets further in short trainings.</summary>
    AdamW,
}

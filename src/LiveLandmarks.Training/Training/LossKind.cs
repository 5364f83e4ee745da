namespace LiveLandmarks.Training.Training;

/// <summary>A loss, which measures the error of heatmaps.</summary>
public enum LossKind
{
    /// <summary>Adaptive Wing.</summary>
    AWing,

    /// <summary>Wing.</summary>
    Wing,

    /// <summary>Mean squared error.</summary>
    Mse,

    /// <summary>Mean absolute error.</summary>
    L1,

    /// <summary>Half the sum of squared errors.</summary>
    L2,

    /// <summary>Smooth L1.</summary>
    SmoothL1,

    /// <summary>The face detector's: Adaptive Wing on the score, L1 on offset and size.</summary>
    Detector,
}

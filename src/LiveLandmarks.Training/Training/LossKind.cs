namespace LiveLandmarks.Training.Training;

/// <summary>What measures how wrong heatmaps are.</summary>
public enum LossKind
{
    /// <summary>Adaptive Wing.</summary>
    AWing,

    /// <summary>Wing.</summary>
    Wing,

    /// <summary>Mean square error.</summary>
    Mse,

    /// <summary>Mean absolute error.</summary>
    L1,

    /// <summary>Half the summed square error.</summary>
    L2,

    /// <summary>Smooth L1.</summary>
    SmoothL1,

    /// <summary>The face detector's: Adaptive Wing on the score, L1 on offset and size.</summary>
    Detector,
}

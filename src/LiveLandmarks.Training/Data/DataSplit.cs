namespace LiveLandmarks.Training.Data;

/// <summary>The two parts that a data set publishes.</summary>
public enum DataSplit
{
    /// <summary>To learn from.</summary>
    Train,

    /// <summary>To measure on; never trained on.</summary>
    Test,
}

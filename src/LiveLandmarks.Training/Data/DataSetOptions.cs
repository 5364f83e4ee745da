namespace LiveLandmarks.Training.Data;

/// <summary>How a data set is read.</summary>
public sealed record DataSetOptions
{
    /// <summary>The part to read.</summary>
    public DataSplit Split { get; init; } = DataSplit.Train;

    /// <summary>How to handle records that cannot be used. Each reading needs its own instance.</summary>
    public BadRecords BadRecords { get; init; } = new(fatal: true);
}

namespace LiveLandmarks.Training.Data;

/// <summary>How a data set is read.</summary>
public sealed record DataSetOptions
{
    /// <summary>Which part.</summary>
    public DataSplit Split { get; init; } = DataSplit.Train;

    /// <summary>What becomes of records that cannot be used. Each reading wants its own.</summary>
    public BadRecords BadRecords { get; init; } = new(fatal: true);
}

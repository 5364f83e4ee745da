namespace LiveLandmarks.Training.Data.Formats;

/// <summary>A MATLAB array: numbers, text, or cells. Elements are stored column by column.</summary>
internal sealed class MatArray
{
    /// <summary>Length along each dimension, at least two.</summary>
    public required IReadOnlyList<int> Dimensions { get; init; }

    /// <summary>The elements of an array of numbers; otherwise empty.</summary>
    public double[] Numbers { get; init; } = [];

    /// <summary>The cells of a cell array; otherwise empty.</summary>
    public IReadOnlyList<MatArray> Cells { get; init; } = [];

    /// <summary>An array of characters, read in storage order; otherwise null.</summary>
    public string? Text { get; init; }
}

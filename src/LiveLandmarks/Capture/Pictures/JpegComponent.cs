namespace LiveLandmarks.Capture.Pictures;

/// <summary>A color channel of a JPEG file.</summary>
/// <param name="Id">What scans call it.</param>
/// <param name="Across">Blocks of 8x8 samples next to each other in a unit of all channels.</param>
/// <param name="Down">The same below each other.</param>
internal sealed record JpegComponent(byte Id, int Across, int Down)
{
    /// <summary>Blocks in a row and below each other that hold something of the picture.</summary>
    public (int Columns, int Rows) Blocks { get; init; }

    /// <summary>Blocks that are stored in a row, those that only fill a unit included.</summary>
    public int Stride { get; init; }

    /// <summary>For each stored block which of its 64 coefficients are not zero; empty where no scan needs to know.</summary>
    public ulong[] NotZero { get; init; } = [];
}

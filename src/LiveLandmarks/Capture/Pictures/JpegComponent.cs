namespace LiveLandmarks.Capture.Pictures;

/// <summary>A color channel of a JPEG file.</summary>
/// <param name="Id">The id by which scans refer to the channel.</param>
/// <param name="Across">Number of blocks of 8x8 samples, horizontally, in a unit of all channels.</param>
/// <param name="Down">The same, vertically.</param>
internal sealed record JpegComponent(byte Id, int Across, int Down)
{
    /// <summary>Number of blocks, horizontally and vertically, that contain part of the picture.</summary>
    public (int Columns, int Rows) Blocks { get; init; }

    /// <summary>Number of blocks stored in a row, including those that only fill a unit.</summary>
    public int Stride { get; init; }

    /// <summary>For each stored block, which of its 64 coefficients are not zero; empty if no scan needs to know.</summary>
    public ulong[] NotZero { get; init; } = [];
}

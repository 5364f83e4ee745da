namespace LiveLandmarks.Landmarks;

/// <summary>
/// Positions of a heatmap's cells in its crop: the center of cell i is at crop pixel stride · i + (stride − 1) / 2, on each axis. Training
/// draws its targets with it, and the library and exported graphs read points with it.
/// </summary>
/// <param name="InputSize">Side of the crop in pixels.</param>
/// <param name="Size">Side of the heatmap in cells.</param>
public readonly record struct HeatmapGrid(int InputSize, int Size)
{
    /// <summary>Distance between neighboring cells in pixels.</summary>
    public float Stride => InputSize / (float)Size;

    /// <summary>The pixel at which the first cell is centered.</summary>
    public float FirstCenter => (Stride - 1) / 2;

    /// <summary>Converts a position in cells to pixels.</summary>
    public float ToPixel(float cell) => Stride * cell + FirstCenter;

    /// <summary>Converts a position in pixels to cells.</summary>
    public float ToCell(float pixel) => (pixel - FirstCenter) / Stride;

    /// <summary>The cell that contains a pixel.</summary>
    public float ToWholeCell(float pixel) => MathF.Floor((pixel + 0.5f) / Stride);
}

namespace LiveLandmarks.Landmarks;

/// <summary>
/// Where the cells of a heatmap lie in the crop that it belongs to: the center of cell i is at crop pixel stride · i + (stride − 1) / 2, on
/// each axis. Training draws its targets by it, and the library and exported graphs read points by it.
/// </summary>
/// <param name="InputSize">Side of the crop in pixels.</param>
/// <param name="Size">Side of the heatmap in cells.</param>
public readonly record struct HeatmapGrid(int InputSize, int Size)
{
    /// <summary>Pixels from one cell to the next.</summary>
    public float Stride => InputSize / (float)Size;

    /// <summary>The pixel at which the first cell is centered.</summary>
    public float FirstCenter => (Stride - 1) / 2;

    /// <summary>The pixel of a place in cells.</summary>
    public float ToPixel(float cell) => Stride * cell + FirstCenter;

    /// <summary>The place in cells of a pixel.</summary>
    public float ToCell(float pixel) => (pixel - FirstCenter) / Stride;

    /// <summary>The cell that a pixel lies in.</summary>
    public float ToWholeCell(float pixel) => MathF.Floor((pixel + 0.5f) / Stride);
}

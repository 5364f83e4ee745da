using LiveLandmarks.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// Computes what target heatmaps are drawn from: the landmarks' positions in cells, and the map of the face's boundary. Owns its buffers;
/// not thread-safe.
/// </summary>
public sealed class HeatmapTargets
{
    private readonly HeatmapGrid grid;
    private readonly bool quantized;
    private readonly BoundaryMap? boundary;
    private readonly Point2f[] cells;

    /// <summary>Prepares targets of one shape.</summary>
    /// <param name="scheme">The landmarks.</param>
    /// <param name="inputSize">Side of the network's input in pixels.</param>
    /// <param name="mapSize">Side of a heatmap in cells.</param>
    /// <param name="withBoundary">Whether the boundary map follows the landmarks.</param>
    /// <param name="quantized">Whether centers and curves are rounded to whole cells, as the reference implementation does.</param>
    public HeatmapTargets(LandmarkScheme scheme, int inputSize = 256, int mapSize = 64, bool withBoundary = true, bool quantized = false)
    {
        grid = new HeatmapGrid(inputSize, mapSize);
        this.quantized = quantized;
        boundary = withBoundary ? new BoundaryMap(scheme, mapSize) : null;
        cells = new Point2f[scheme.Count];
    }

    /// <summary>Computes the targets of one face.</summary>
    /// <param name="points">One landmark per scheme entry, crop pixels.</param>
    /// <param name="places">[landmarks, 3], written: x and y in cells, NaN for a missing landmark; and the height of its peak, which is
    /// its confidence.</param>
    /// <param name="boundaryMap">[map, map], written; empty without a boundary map.</param>
    public void Place(ReadOnlySpan<Landmark> points, Span<float> places, Span<float> boundaryMap)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = ToCell(points[i]);
            (places[3 * i], places[3 * i + 1]) = points[i].Confidence > 0 ? (cells[i].X, cells[i].Y) : (float.NaN, float.NaN);
            places[3 * i + 2] = points[i].Confidence;
        }
        boundary?.Render(cells, quantized, boundaryMap);
    }

    private Point2f ToCell(Landmark point) => quantized
        ? new Point2f(grid.ToWholeCell(point.X), grid.ToWholeCell(point.Y))
        : new Point2f(grid.ToCell(point.X), grid.ToCell(point.Y));
}

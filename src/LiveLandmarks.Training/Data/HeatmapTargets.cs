using LiveLandmarks.Geometry;
using LiveLandmarks.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// What the network should answer: a Gaussian a landmark (sigma 1.75 cells inside a 7×7 window), the boundary map last, and where the
/// loss counts more. A landmark outside the crop gets an empty map. Owns its buffers; not thread-safe.
/// </summary>
public sealed class HeatmapTargets
{
    internal const int Reach = 3;
    internal const float Sigma = 1.75f;
    private const float WeightThreshold = 0.2f;

    private readonly int landmarks;
    private readonly float stride;
    private readonly bool quantised;
    private readonly BoundaryMap? boundary;
    private readonly Point2f[] cells;

    /// <summary>Prepares targets of one shape.</summary>
    /// <param name="scheme">The landmarks.</param>
    /// <param name="inputSize">Side of the network's input in pixels.</param>
    /// <param name="mapSize">Side of a heatmap in cells.</param>
    /// <param name="withBoundary">Whether the boundary map follows the landmarks.</param>
    /// <param name="quantised">Whether centres and curves are rounded to whole cells, as the reference implementation does.</param>
    public HeatmapTargets(LandmarkScheme scheme, int inputSize = 256, int mapSize = 64, bool withBoundary = true, bool quantised = false)
    {
        landmarks = scheme.Count;
        MapSize = mapSize;
        stride = inputSize / (float)mapSize;
        this.quantised = quantised;
        boundary = withBoundary ? new BoundaryMap(scheme, mapSize) : null;
        cells = new Point2f[landmarks];
    }

    /// <summary>Number of maps, the boundary map included.</summary>
    public int Channels => landmarks + (boundary is null ? 0 : 1);

    /// <summary>Side of a map in cells.</summary>
    public int MapSize { get; }

    /// <summary>Renders the targets of one face.</summary>
    /// <param name="points">One landmark per scheme entry, crop pixels.</param>
    /// <param name="heatmaps">[channels, map, map], written: 0 to 1.</param>
    /// <param name="weights">The same shape, written: 1 where the 3×3 grey dilation of the target is above 0.2, else 0.</param>
    public void Render(ReadOnlySpan<Landmark> points, Span<float> heatmaps, Span<float> weights)
    {
        heatmaps.Clear();
        weights.Clear();
        var plane = MapSize * MapSize;
        for (var i = 0; i < landmarks; i++)
        {
            cells[i] = ToCell(points[i]);
            RenderGaussian(cells[i], heatmaps.Slice(i * plane, plane), weights.Slice(i * plane, plane));
        }
        if (boundary is null)
            return;
        var map = heatmaps.Slice(landmarks * plane, plane);
        boundary.Render(cells, quantised, map);
        Dilate(map, weights.Slice(landmarks * plane, plane), 0, 0, MapSize - 1, MapSize - 1);
    }

    /// <summary>What the maps are drawn from, for <see cref="Batch.OfPoints"/>.</summary>
    /// <param name="points">One landmark per scheme entry, crop pixels.</param>
    /// <param name="places">[landmarks, 2], written: x and y in cells.</param>
    /// <param name="boundaryMap">[map, map], written; empty where there is no boundary map.</param>
    public void Place(ReadOnlySpan<Landmark> points, Span<float> places, Span<float> boundaryMap)
    {
        for (var i = 0; i < landmarks; i++)
        {
            cells[i] = ToCell(points[i]);
            (places[2 * i], places[2 * i + 1]) = (cells[i].X, cells[i].Y);
        }
        boundary?.Render(cells, quantised, boundaryMap);
    }

    /// <summary>Cell (i, j) is centred at crop pixel (stride·i + (stride − 1)/2, likewise j).</summary>
    private Point2f ToCell(Landmark point) => quantised
        ? new Point2f(MathF.Floor((point.X + 0.5f) / stride), MathF.Floor((point.Y + 0.5f) / stride))
        : new Point2f((point.X - (stride - 1) / 2) / stride, (point.Y - (stride - 1) / 2) / stride);

    private void RenderGaussian(Point2f cell, Span<float> map, Span<float> weight)
    {
        if (!(cell.X >= -0.5f && cell.Y >= -0.5f && cell.X < MapSize - 0.5f && cell.Y < MapSize - 0.5f))
            return;
        var (column, row) = ((int)MathF.Floor(cell.X + 0.5f), (int)MathF.Floor(cell.Y + 0.5f));
        var (left, right) = (Math.Max(0, column - Reach), Math.Min(MapSize - 1, column + Reach));
        var (top, bottom) = (Math.Max(0, row - Reach), Math.Min(MapSize - 1, row + Reach));
        Span<float> across = stackalloc float[2 * Reach + 1];
        for (var u = left; u <= right; u++)
            across[u - left] = Bell(u - cell.X);
        for (var v = top; v <= bottom; v++)
        {
            var down = Bell(v - cell.Y);
            for (var u = left; u <= right; u++)
                map[v * MapSize + u] = down * across[u - left];
        }
        Dilate(map, weight, left, top, right, bottom);
    }

    private static float Bell(float distance) => MathF.Exp(distance * distance / (-2 * Sigma * Sigma));

    private void Dilate(ReadOnlySpan<float> map, Span<float> weight, int left, int top, int right, int bottom)
    {
        for (var v = top; v <= bottom; v++)
        {
            for (var u = left; u <= right; u++)
            {
                if (map[v * MapSize + u] <= WeightThreshold)
                    continue;
                var (first, last) = (Math.Max(0, u - 1), Math.Min(MapSize - 1, u + 1));
                for (var y = Math.Max(0, v - 1); y <= Math.Min(MapSize - 1, v + 1); y++)
                    weight.Slice(y * MapSize + first, last - first + 1).Fill(1);
            }
        }
    }
}

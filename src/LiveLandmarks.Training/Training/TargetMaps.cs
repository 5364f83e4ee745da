using static TorchSharp.torch;

namespace LiveLandmarks.Training.Training;

/// <summary>
/// Draws the target heatmaps of a network on the device where it learns: one Gaussian per landmark (sigma 1.75 cells inside a 7×7 window),
/// then the boundary map. A landmark outside the crop gets an empty map.
/// </summary>
internal static class TargetMaps
{
    private const int Reach = 3;
    private const double Sigma = 1.75;
    private const double LastBeyondEdge = 0.5;

    /// <summary>Draws them.</summary>
    /// <param name="points">[N, landmarks, 3]: x and y in cells, and the height of the peak.</param>
    /// <param name="boundary">[N, 1, map, map], appended to the landmarks' maps; null for none.</param>
    /// <param name="mapSize">Side of a map in cells.</param>
    /// <returns>[N, landmarks (+ 1), map, map], 0 to 1, on the points' device, in the caller's dispose scope.</returns>
    public static Tensor Draw(Tensor points, Tensor? boundary, int mapSize)
    {
        using var scope = NewDisposeScope();
        using var constants = no_grad();
        var cells = arange(mapSize, ScalarType.Float32, points.device);
        var across = Bell(cells, points.narrow(2, 0, 1)).unsqueeze(2);
        var down = Bell(cells, points.narrow(2, 1, 1)).unsqueeze(3);
        var maps = down * across * points.narrow(2, 2, 1).unsqueeze(3);
        return (boundary is null ? maps : cat([maps, boundary], 1)).MoveToOuterDisposeScope();
    }

    /// <summary>A Gaussian on one axis, cut off beyond its reach, [N, landmarks, map]; 0 everywhere for a landmark outside.</summary>
    private static Tensor Bell(Tensor cells, Tensor center)
    {
        var distance = cells - center;
        var bell = (distance * distance * (-0.5 / (Sigma * Sigma))).exp();
        var near = (cells - (center + LastBeyondEdge).floor()).abs().le(Reach);
        var inside = center.ge(-LastBeyondEdge).logical_and(center.lt(cells.shape[0] - LastBeyondEdge));
        // Filled, not multiplied: the NaN of a missing landmark would stay NaN.
        return bell.masked_fill(near.logical_and(inside).logical_not(), 0);
    }
}

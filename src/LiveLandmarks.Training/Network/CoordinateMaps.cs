using static TorchSharp.torch;

namespace LiveLandmarks.Training.Network;

/// <summary>The constant maps that tell a convolution the position of each cell (CoordConv, Liu et al., NeurIPS 2018).</summary>
internal static class CoordinateMaps
{
    /// <summary>
    /// Three maps: the coordinate that grows down the rows, the one that grows along the columns, each from -1 to 1,
    /// and the distance from the center, 1 in the corners. The row coordinate comes first because the published implementation, which calls
    /// it x, and its weights expect this order.
    /// </summary>
    /// <param name="height">Rows, at least 2.</param>
    /// <param name="width">Columns, at least 2.</param>
    /// <param name="device">The device of the maps.</param>
    /// <returns>[1, 3, height, width], in no dispose scope.</returns>
    public static Tensor Create(int height, int width, Device device)
    {
        var cells = height * width;
        var maps = new float[3 * cells];
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var (down, along) = (2f * row / (height - 1) - 1, 2f * column / (width - 1) - 1);
                var cell = row * width + column;
                maps[cell] = down;
                maps[cells + cell] = along;
                maps[2 * cells + cell] = MathF.Sqrt((down * down + along * along) / 2);
            }
        }
        return tensor(maps, [1, 3, height, width], device: device).DetachFromDisposeScope();
    }
}

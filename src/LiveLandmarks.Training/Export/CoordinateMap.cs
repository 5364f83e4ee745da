namespace LiveLandmarks.Training.Export;

/// <summary>
/// The channels that a CoordConv adds to its input (core/coord_conv.py of protossw512/AdaptiveWingLoss): x, as that file calls it, which
/// grows with the row; y, which grows with the column, both from −1 to 1; and the distance from the center, from 0 to 1.
/// </summary>
/// <param name="size">Side of the map in cells.</param>
internal sealed class CoordinateMap(int size)
{
    /// <summary>Number of the channels.</summary>
    public const int Channels = 3;

    /// <summary>The output of a convolution of the coordinate channels: the same for every picture, so a constant.</summary>
    /// <param name="convolution">The convolution; its inputs are x, y and the distance, or the first of them.</param>
    /// <param name="stride">Its stride.</param>
    /// <param name="padding">Its padding with zeros.</param>
    /// <returns>[outputs, side, side] without bias, and its side.</returns>
    public (float[] Map, int Side) Through(Convolution convolution, int stride, int padding)
    {
        var kernel = convolution.Kernel;
        var side = (size + 2 * padding - kernel) / stride + 1;
        var map = new float[convolution.Outputs * side * side];
        var inputs = convolution.Inputs;
        var channels = Coordinates(inputs);
        Parallel.For(0, convolution.Outputs, output =>
        {
            for (var cell = 0; cell < side * side; cell++)
            {
                var (row, column) = (cell / side * stride - padding, cell % side * stride - padding);
                double sum = 0;
                for (var tap = 0; tap < kernel * kernel; tap++)
                {
                    var (y, x) = (row + tap / kernel, column + tap % kernel);
                    if (y < 0 || y >= size || x < 0 || x >= size)
                        continue;
                    for (var input = 0; input < inputs; input++)
                        sum += convolution.Weight[(output * inputs + input) * kernel * kernel
                            + tap] * channels[(input * size + y) * size + x];
                }
                map[output * side * side + cell] = (float)sum;
            }
        });
        return (map, side);
    }

    private double[] Coordinates(int count)
    {
        var channels = new double[Channels * size * size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var (down, right) = (Along(row), Along(column));
                var cell = row * size + column;
                channels[cell] = down;
                channels[size * size + cell] = right;
                channels[2 * size * size + cell] = Math.Sqrt((down * down + right * right) / 2);
            }
        }
        return channels[..(count * size * size)];
    }

    private double Along(int index) => 2.0 * index / (size - 1) - 1;
}

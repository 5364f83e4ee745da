using LiveLandmarks.Training.Import;

namespace LiveLandmarks.Training.Export;

/// <summary>Shape of a stacked hourglass; its names and dimensions are those of core/models.py in protossw512/AdaptiveWingLoss.</summary>
/// <param name="Stacks">Number of hourglasses.</param>
/// <param name="Depth">Number of times that an hourglass halves its map.</param>
/// <param name="Width">Channels of an hourglass, a multiple of 4.</param>
/// <param name="StemWidth">Channels of the first convolution.</param>
/// <param name="MiddleWidth">Channels of the second and third layer.</param>
/// <param name="Landmarks">Number of landmarks.</param>
/// <param name="Boundary">Whether a boundary heatmap follows those of the landmarks and feeds the next hourglass.</param>
public sealed record HourglassLayout(int Stacks, int Depth, int Width, int StemWidth, int MiddleWidth, int Landmarks, bool Boundary)
{
    /// <summary>Side of the first convolution's kernels.</summary>
    public const int StemKernel = 7;

    /// <summary>Side of the input in pixels; a heatmap's side is a quarter of it.</summary>
    public int InputSize { get; init; } = 256;

    /// <summary>Side of a heatmap in cells.</summary>
    public int MapSize => InputSize / 4;

    /// <summary>Number of heatmaps, the boundary's included.</summary>
    public int Channels => Landmarks + (Boundary ? 1 : 0);

    /// <summary>The layout of the network that a state dictionary belongs to.</summary>
    /// <param name="weights">The dictionary; only a few of its entries are read, so check it against <see cref="ExpectedWeights"/>.</param>
    /// <param name="boundary">Whether the last heatmap is the boundary's, which the names do not show.</param>
    /// <exception cref="WeightsException">The dictionary does not belong to a stacked hourglass.</exception>
    public static HourglassLayout Of(WeightTable weights, bool boundary = true)
    {
        var (stem, middle, heatmaps) = (weights["conv1.conv.weight"], weights["conv3.conv3.weight"], weights["l0.weight"]);
        if (stem.Shape.Length != 4 || middle.Shape.Length != 4 || heatmaps.Shape.Length != 4)
            throw new WeightsException($"{weights.Source}: these are not the weights of a stacked hourglass.");
        return new HourglassLayout(
            Count(stack => $"m{stack}.coordconv.conv.weight", 0),
            Count(level => $"m0.b1_{level}.bn1.weight", 1),
            (int)heatmaps.Shape[1],
            (int)stem.Shape[0],
            (int)middle.Shape[0] * 4,
            (int)heatmaps.Shape[0] - (boundary ? 1 : 0),
            boundary);

        int Count(Func<int, string> name, int first) =>
            Enumerable.Range(first, weights.Tensors.Count).TakeWhile(i => weights.TryGet(name(i), out _)).Count();
    }

    /// <summary>Names and dimensions of everything in the network's state dictionary, including the batch counters.</summary>
    public IReadOnlyDictionary<string, long[]> ExpectedWeights()
    {
        var shapes = new WeightShapes();
        shapes.Convolution("conv1.conv", StemWidth, 3 + CoordinateMap.Channels, StemKernel, bias: true);
        shapes.Normalization("bn1", StemWidth);
        shapes.Block("conv2", StemWidth, MiddleWidth);
        shapes.Block("conv3", MiddleWidth, MiddleWidth);
        shapes.Block("conv4", MiddleWidth, Width);
        for (var stack = 0; stack < Stacks; stack++)
        {
            var boundaryChannels = Boundary && stack > 0 ? 2 : 0;
            shapes.Convolution($"m{stack}.coordconv.conv", Width, Width + CoordinateMap.Channels + boundaryChannels, 1, bias: true);
            for (var level = Depth; level >= 1; level--)
            {
                shapes.Block($"m{stack}.b1_{level}", Width, Width);
                shapes.Block($"m{stack}.b2_{level}", Width, Width);
                if (level == 1)
                    shapes.Block($"m{stack}.b2_plus_1", Width, Width);
                shapes.Block($"m{stack}.b3_{level}", Width, Width);
            }
            shapes.Block($"top_m_{stack}", Width, Width);
            shapes.Convolution($"conv_last{stack}", Width, Width, 1, bias: true);
            shapes.Normalization($"bn_end{stack}", Width);
            shapes.Convolution($"l{stack}", Channels, Width, 1, bias: true);
            if (stack == Stacks - 1)
                continue;
            shapes.Convolution($"bl{stack}", Width, Width, 1, bias: true);
            shapes.Convolution($"al{stack}", Width, Channels, 1, bias: true);
        }
        return shapes.Shapes;
    }
}

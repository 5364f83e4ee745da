using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LiveLandmarks.Training.Losses;

/// <summary>
/// The weighted loss map of AWing (section 4.3): cells on and next to a landmark or a boundary count more than the background, in which
/// they would otherwise be lost.
/// </summary>
/// <param name="Factor">W, the additional weight of a marked cell: 10 in the paper, 0 for no weighting.</param>
/// <param name="Background">Weight of every cell: 1 in the paper; 0 leaves only marked cells.</param>
/// <param name="Threshold">The dilated target above which a cell is marked: 0.2 in the paper.</param>
public sealed record LossWeights(double Factor = 10, double Background = 1, double Threshold = 0.2)
{
    /// <summary>Side of the square that dilates the targets, in cells.</summary>
    private const int Dilation = 3;

    /// <summary>Marks the cells that count more: those where the targets' gray-scale dilation by a 3×3 square is above the
    /// threshold.</summary>
    /// <param name="target">Heatmaps [N, C, H, W], 0 to 1.</param>
    /// <returns>[N, C, H, W], 1 or 0, in the caller's dispose scope.</returns>
    public Tensor MaskOf(Tensor target)
    {
        using var scope = NewDisposeScope();
        using var constants = no_grad();
        var dilated = max_pool2d(target, Dilation, 1, Dilation / 2);
        return dilated.gt(Threshold).to(target.dtype).MoveToOuterDisposeScope();
    }

    /// <summary>Turns a mask into factors for <see cref="HeatmapLoss.Of"/>.</summary>
    /// <param name="mask">[N, C, H, W]: 1 where a cell counts more, else 0.</param>
    /// <returns><c>mask × W + background</c>, [N, C, H, W], in the caller's dispose scope.</returns>
    public Tensor FromMask(Tensor mask)
    {
        using var scope = NewDisposeScope();
        using var constants = no_grad();
        return (mask * Factor + Background).MoveToOuterDisposeScope();
    }
}

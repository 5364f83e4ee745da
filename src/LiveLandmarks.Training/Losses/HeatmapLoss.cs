using static TorchSharp.torch;

namespace LiveLandmarks.Training.Losses;

/// <summary>A measure of the error of predicted heatmaps. Losses hold no state and may be shared between threads.</summary>
public abstract class HeatmapLoss
{
    /// <summary>The loss of a batch: the mean over all images, maps and cells, unless the loss says otherwise.</summary>
    /// <param name="predicted">Heatmaps [N, C, H, W] of one hourglass.</param>
    /// <param name="target">Heatmaps [N, C, H, W] to predict, 0 to 1; no gradient flows into them.</param>
    /// <param name="weights">Factor of each cell, [N, C, H, W], such as <see cref="LossWeights"/> makes; null for 1 everywhere.</param>
    /// <returns>A scalar, in the caller's dispose scope.</returns>
    public virtual Tensor Of(Tensor predicted, Tensor target, Tensor? weights = null)
    {
        using var scope = NewDisposeScope();
        var cells = OfCells(predicted, target);
        var weighted = weights is null ? cells : cells.mul(weights);
        return Reduce(weighted).MoveToOuterDisposeScope();
    }

    /// <summary>The loss of each cell. Intermediate tensors belong to the current dispose scope.</summary>
    /// <param name="predicted">[N, C, H, W].</param>
    /// <param name="target">[N, C, H, W].</param>
    /// <returns>[N, C, H, W], not negative.</returns>
    protected internal abstract Tensor OfCells(Tensor predicted, Tensor target);

    /// <summary>Reduces the weighted losses of all cells to one number: their mean.</summary>
    /// <param name="cells">[N, C, H, W].</param>
    /// <returns>A scalar.</returns>
    protected virtual Tensor Reduce(Tensor cells) => cells.mean();
}

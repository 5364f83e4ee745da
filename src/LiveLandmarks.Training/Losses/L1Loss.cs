using static TorchSharp.torch;

namespace LiveLandmarks.Training.Losses;

/// <summary>The mean absolute error, over all images, maps and cells.</summary>
public sealed class L1Loss : HeatmapLoss
{
    /// <inheritdoc/>
    protected internal override Tensor OfCells(Tensor predicted, Tensor target) => (predicted - target).abs();
}

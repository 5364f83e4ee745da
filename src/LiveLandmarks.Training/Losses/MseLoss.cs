using static TorchSharp.torch;

namespace LiveLandmarks.Training.Losses;

/// <summary>The mean squared error, over all images, maps and cells.</summary>
public sealed class MseLoss : HeatmapLoss
{
    /// <inheritdoc/>
    protected internal override Tensor OfCells(Tensor predicted, Tensor target)
    {
        var error = predicted - target;
        return error * error;
    }
}

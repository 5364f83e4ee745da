using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LiveLandmarks.Training.Losses;

/// <summary>
/// The smooth L1 loss (Girshick, ICCV 2015): <c>d² / (2 beta)</c> for errors d below beta, <c>d - beta / 2</c> above.
/// </summary>
/// <param name="beta">Where the parabola turns into a line: 1 in the paper. With heatmaps in 0 to 1, the loss is then nearly half of
/// <see cref="MseLoss"/>.</param>
public sealed class SmoothL1Loss(double beta = 1) : HeatmapLoss
{
    /// <inheritdoc/>
    protected internal override Tensor OfCells(Tensor predicted, Tensor target)
    {
        var error = (predicted - target).abs();
        var within = error.clamp(max: beta);
        // d²/2β below beta; above, beta/2 plus the rest at slope 1.
        return within * within * (0.5 / beta) + relu(error - beta, inplace: true);
    }
}

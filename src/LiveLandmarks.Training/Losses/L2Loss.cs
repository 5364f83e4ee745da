using static TorchSharp.torch;

namespace LiveLandmarks.Training.Losses;

/// <summary>
/// The L2 loss as the Wing paper writes it (Feng et al., CVPR 2018, section 3): half the squared error, summed over the maps
/// and cells of an image, and averaged over images. It is <see cref="MseLoss"/> times half the number of cells of an image,
/// so an optimizer that scales its steps by the gradient's size, as RMSprop and Adam do, behaves almost the same with both.
/// </summary>
public sealed class L2Loss : HeatmapLoss
{
    /// <inheritdoc/>
    protected internal override Tensor OfCells(Tensor predicted, Tensor target)
    {
        var error = predicted - target;
        return error * error * 0.5;
    }

    /// <inheritdoc/>
    protected override Tensor Reduce(Tensor cells) => cells.sum() / (double)cells.shape[0];
}

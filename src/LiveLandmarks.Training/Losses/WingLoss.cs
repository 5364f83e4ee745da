using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LiveLandmarks.Training.Losses;

/// <summary>
/// The Wing loss (Feng et al., CVPR 2018, equation 5): <c>omega ln(1 + d / epsilon)</c> for errors d below omega, <c>d - C</c> above, with
/// C such that it is continuous. At 0, its slope of omega / epsilon changes sign abruptly, which AWing was designed to avoid for heatmaps.
/// </summary>
/// <param name="options">Its parameters; null for the paper's.</param>
public sealed class WingLoss(WingOptions? options = null) : HeatmapLoss
{
    private readonly WingOptions options = options ?? new WingOptions();

    /// <inheritdoc/>
    protected internal override Tensor OfCells(Tensor predicted, Tensor target)
    {
        var error = (predicted - target).abs();
        // The same branch-free form as AWing's: the curve up to omega, plus the rest at slope 1.
        var curve = (error.clamp(max: options.Omega) / options.Epsilon).log1p() * options.Omega;
        var line = relu(error - options.Omega, inplace: true);
        return curve + line;
    }
}

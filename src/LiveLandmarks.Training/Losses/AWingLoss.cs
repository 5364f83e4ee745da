using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LiveLandmarks.Training.Losses;

/// <summary>
/// The Adaptive Wing loss (Wang, Bo and Li, ICCV 2019, equation 3): for an error d at a target y, with p = alpha - y,
/// <c>omega ln(1 + (d / epsilon)^p)</c> below theta and the line <c>A d - C</c> above, with A and C such that value and slope are
/// continuous.
/// </summary>
/// <param name="options">Its parameters; null for the paper's.</param>
/// <remarks>
/// The power is computed as exp(p ln(d)), several times faster on a CPU than <c>pow</c>, whose derivative by the exponent is not needed.
/// Because C = theta A - omega ln(1 + (theta / epsilon)^p), the loss is the curve at min(d, theta) plus A max(d - theta, 0), which needs no
/// branch; at theta itself only the curve has a gradient, because that of relu at 0 is 0. Errors below <see cref="SmallestError"/> count as
/// <see cref="SmallestError"/>: so there is no logarithm of 0 and no denormal number, and their gradient is exactly 0.
/// </remarks>
public sealed class AWingLoss(AWingOptions? options = null) : HeatmapLoss
{
    /// <summary>The smallest error that is distinguished, in heatmap values.</summary>
    public const double SmallestError = 1e-6;

    private readonly AWingOptions options = options ?? new AWingOptions();

    /// <inheritdoc/>
    protected internal override Tensor OfCells(Tensor predicted, Tensor target)
    {
        var (power, slope) = PowerAndSlope(target);
        var error = (predicted - target).abs();
        var scaled = error.clamp(SmallestError, options.Theta).log();
        if (options.Epsilon != 1)
            scaled = scaled - Math.Log(options.Epsilon);
        var curve = (scaled * power).exp().log1p() * options.Omega;
        var line = relu(error - options.Theta, inplace: true) * slope;
        return curve + line;
    }

    /// <summary>The exponent p = alpha - y and the line's slope A; they depend on the targets alone, so no gradient is kept.</summary>
    private (Tensor Power, Tensor Slope) PowerAndSlope(Tensor target)
    {
        using var constants = no_grad();
        var power = options.Alpha - target;
        var atTheta = (power * Math.Log(options.Theta / options.Epsilon)).exp();
        var slope = power * atTheta / (atTheta + 1) * (options.Omega / options.Theta);
        return (power, slope);
    }
}

using LiveLandmarks.Training.Import;

namespace LiveLandmarks.Training.Export;

/// <summary>A trained batch normalization in its form for inference: a factor and a summand per channel.</summary>
/// <param name="Scale">weight / √(running variance + epsilon).</param>
/// <param name="Shift">bias − running mean · scale.</param>
internal sealed record BatchNormalization(double[] Scale, double[] Shift)
{
    // torch.nn.BatchNorm2d's default, which every network here uses.
    private const double Epsilon = 1e-5;

    /// <summary>Reads a normalization from a state dictionary.</summary>
    /// <param name="weights">The dictionary.</param>
    /// <param name="prefix">Its name, such as <c>conv2.bn1</c>.</param>
    public static BatchNormalization Read(WeightTable weights, string prefix)
    {
        var (weight, bias) = (weights[$"{prefix}.weight"].Data, weights[$"{prefix}.bias"].Data);
        var (mean, variance) = (weights[$"{prefix}.running_mean"].Data, weights[$"{prefix}.running_var"].Data);
        var scale = new double[weight.Length];
        var shift = new double[weight.Length];
        for (var i = 0; i < scale.Length; i++)
        {
            scale[i] = weight[i] / Math.Sqrt(variance[i] + Epsilon);
            shift[i] = bias[i] - mean[i] * scale[i];
        }
        return new BatchNormalization(scale, shift);
    }
}

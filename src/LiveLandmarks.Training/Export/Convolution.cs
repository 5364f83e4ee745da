using LiveLandmarks.Training.Import;

namespace LiveLandmarks.Training.Export;

/// <summary>A convolution's weights, into which a normalization can be folded.</summary>
/// <param name="Name">Its name in the state dictionary, such as <c>conv2.conv1</c>.</param>
/// <param name="Weight">Kernels, [out, in / groups, k, k].</param>
/// <param name="Outputs">Number of output channels.</param>
/// <param name="Inputs">Number of input channels per group.</param>
/// <param name="Kernel">k, side of a kernel.</param>
/// <param name="Bias">One value per output channel; zeros without a bias.</param>
internal sealed record Convolution(string Name, float[] Weight, int Outputs, int Inputs, int Kernel, float[] Bias)
{
    /// <summary>Reads a convolution from a state dictionary.</summary>
    /// <param name="weights">The dictionary.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="WeightsException">The convolution is missing, or not square.</exception>
    public static Convolution Read(WeightTable weights, string name)
    {
        var weight = weights[$"{name}.weight"];
        if (weight.Shape is not [var outputs, var inputs, var height, var width] || height != width)
            throw new WeightsException(
                $"{weights.Source}: '{weight.Name}' is {weight.ShapeText}, not the kernels of a square convolution.");
        var bias = weights.TryGet($"{name}.bias", out var tensor) ? tensor.Data : new float[outputs];
        return bias.Length == outputs
            ? new Convolution(name, weight.Data, (int)outputs, (int)inputs, (int)height, bias)
            : throw new WeightsException(
                $"{weights.Source}: '{name}.bias' has {bias.Length} elements; the convolution has {outputs} outputs.");
    }

    /// <summary>The convolution followed by a normalization, as one convolution.</summary>
    public Convolution Then(BatchNormalization norm)
    {
        var kernel = Inputs * Kernel * Kernel;
        var weight = new float[Weight.Length];
        var bias = new float[Outputs];
        for (var o = 0; o < Outputs; o++)
        {
            for (var i = o * kernel; i < (o + 1) * kernel; i++)
                weight[i] = (float)(Weight[i] * norm.Scale[o]);
            bias[o] = (float)(Bias[o] * norm.Scale[o] + norm.Shift[o]);
        }
        return this with { Weight = weight, Bias = bias };
    }

    /// <summary>The convolution of some of the input channels alone, without bias.</summary>
    /// <param name="channels">The input channels.</param>
    public Convolution Of(Range channels)
    {
        var (first, count) = channels.GetOffsetAndLength(Inputs);
        var area = Kernel * Kernel;
        var weight = new float[Outputs * count * area];
        for (var o = 0; o < Outputs; o++)
            Array.Copy(Weight, (o * Inputs + first) * area, weight, o * count * area, count * area);
        return this with { Weight = weight, Inputs = count, Bias = new float[Outputs] };
    }
}

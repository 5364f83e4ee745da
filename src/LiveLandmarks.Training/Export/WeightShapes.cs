namespace LiveLandmarks.Training.Export;

/// <summary>Collects the names and dimensions of a network's state dictionary, layer by layer.</summary>
internal sealed class WeightShapes
{
    private readonly Dictionary<string, long[]> shapes = new(StringComparer.Ordinal);

    /// <summary>Dimensions by name.</summary>
    public IReadOnlyDictionary<string, long[]> Shapes => shapes;

    /// <summary>A square convolution.</summary>
    public void Convolution(string name, int outputs, int inputs, int kernel, bool bias)
    {
        shapes[$"{name}.weight"] = [outputs, inputs, kernel, kernel];
        if (bias)
            shapes[$"{name}.bias"] = [outputs];
    }

    /// <summary>A batch normalization.</summary>
    public void Normalization(string name, int channels)
    {
        foreach (var part in (ReadOnlySpan<string>)["weight", "bias", "running_mean", "running_var"])
            shapes[$"{name}.{part}"] = [channels];
        shapes[$"{name}.num_batches_tracked"] = [];
    }

    /// <summary>A pre-activation block of three convolutions with a half, a quarter and a quarter of its output channels.</summary>
    public void Block(string name, int inputs, int outputs)
    {
        Normalization($"{name}.bn1", inputs);
        Convolution($"{name}.conv1", outputs / 2, inputs, 3, bias: false);
        Normalization($"{name}.bn2", outputs / 2);
        Convolution($"{name}.conv2", outputs / 4, outputs / 2, 3, bias: false);
        Normalization($"{name}.bn3", outputs / 4);
        Convolution($"{name}.conv3", outputs / 4, outputs / 4, 3, bias: false);
        if (inputs == outputs)
            return;
        Normalization($"{name}.downsample.0", inputs);
        Convolution($"{name}.downsample.2", outputs, inputs, 1, bias: false);
    }
}

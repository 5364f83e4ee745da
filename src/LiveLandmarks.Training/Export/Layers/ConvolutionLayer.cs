namespace LiveLandmarks.Training.Export.Layers;

/// <summary>A square convolution, with the normalization and the rectifier that may follow it.</summary>
/// <param name="Name">Its name in the state dictionary.</param>
/// <param name="Norm">Name of the batch normalization that follows it, folded into it; null for none.</param>
/// <param name="Stride">Its stride.</param>
/// <param name="Padding">Its padding with zeros; null for the padding that keeps the size at stride 1.</param>
/// <param name="Groups">Number of groups; the number of channels for a depthwise convolution.</param>
/// <param name="Rectify">Whether a rectifier follows.</param>
public sealed record ConvolutionLayer(
    string Name, string? Norm = null, int Stride = 1, int? Padding = null, int Groups = 1, bool Rectify = true)
    : Layer
{
    internal override string Build(LayerBuild build, string value)
    {
        var convolution = Convolution.Read(build.Weights, Name);
        if (Norm is not null)
            convolution = convolution.Then(BatchNormalization.Read(build.Weights, Norm));
        var result = build.Graph.Convolve(value, convolution, Stride, Padding ?? convolution.Kernel / 2, Groups);
        return Rectify ? build.Graph.Rectify(result) : result;
    }
}

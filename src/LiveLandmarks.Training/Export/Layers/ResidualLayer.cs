namespace LiveLandmarks.Training.Export.Layers;

/// <summary>The output of some layers plus their input.</summary>
/// <param name="Layers">The layers; they keep the number of channels and the size.</param>
/// <param name="Rectify">Whether a rectifier follows the sum.</param>
public sealed record ResidualLayer(IReadOnlyList<Layer> Layers, bool Rectify = true) : Layer
{
    internal override string Build(LayerBuild build, string value)
    {
        var sum = build.Graph.Add(build.Chain(Layers, value), value);
        return Rectify ? build.Graph.Rectify(sum) : sum;
    }
}

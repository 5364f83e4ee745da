namespace LiveLandmarks.Training.Export.Layers;

/// <summary>Averages each 2×2 block of cells.</summary>
public sealed record HalveLayer : Layer
{
    internal override string Build(LayerBuild build, string value) => build.Graph.Halve(value);
}

namespace LiveLandmarks.Training.Export.Layers;

/// <summary>The mean of every 2×2 cells.</summary>
public sealed record HalveLayer : Layer
{
    internal override string Build(LayerBuild build, string value) => build.Graph.Halve(value);
}

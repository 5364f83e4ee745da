namespace LiveLandmarks.Training.Export.Layers;

/// <summary>Every cell as 2×2 equal ones.</summary>
public sealed record DoubleLayer : Layer
{
    internal override string Build(LayerBuild build, string value) => build.Graph.Double(value);
}

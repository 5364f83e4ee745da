namespace LiveLandmarks.Training.Export.Layers;

/// <summary>Repeats each cell as 2×2 equal cells.</summary>
public sealed record DoubleLayer : Layer
{
    internal override string Build(LayerBuild build, string value) => build.Graph.Double(value);
}

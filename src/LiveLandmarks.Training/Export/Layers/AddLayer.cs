namespace LiveLandmarks.Training.Export.Layers;

/// <summary>Adds a value that a <see cref="MarkLayer"/> kept.</summary>
/// <param name="Name">The value's name.</param>
public sealed record AddLayer(string Name) : Layer
{
    internal override string Build(LayerBuild build, string value) => build.Graph.Add(value, build.Mark(Name));
}

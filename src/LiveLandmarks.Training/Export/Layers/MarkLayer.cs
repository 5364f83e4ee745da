namespace LiveLandmarks.Training.Export.Layers;

/// <summary>Keeps a value for a later <see cref="AddLayer"/>.</summary>
/// <param name="Name">The value's name.</param>
public sealed record MarkLayer(string Name) : Layer
{
    internal override string Build(LayerBuild build, string value)
    {
        build.SetMark(Name, value);
        return value;
    }
}

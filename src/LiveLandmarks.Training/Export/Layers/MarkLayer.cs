namespace LiveLandmarks.Training.Export.Layers;

/// <summary>Keeps a value for an <see cref="AddLayer"/> further on.</summary>
/// <param name="Name">What to call it.</param>
public sealed record MarkLayer(string Name) : Layer
{
    internal override string Build(LayerBuild build, string value)
    {
        build.SetMark(Name, value);
        return value;
    }
}

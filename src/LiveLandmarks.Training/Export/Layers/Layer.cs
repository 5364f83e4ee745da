namespace LiveLandmarks.Training.Export.Layers;

/// <summary>One step of a network that is a list of layers; see <see cref="LayerNetworkExporter"/>.</summary>
public abstract record Layer
{
    /// <summary>Adds the layer's nodes.</summary>
    /// <param name="build">The graph, the weights and the marked values.</param>
    /// <param name="value">The output of the previous layer.</param>
    /// <returns>The output of this layer.</returns>
    internal abstract string Build(LayerBuild build, string value);
}

/// <summary>Adds a value that a <see cref="MarkLayer"/> kept.</summary>
/// <param name="Name">The value's name.</param>
public sealed record AddLayer(string Name) : Layer
{
    internal override string Build(LayerBuild build, string value) => build.Graph.Add(value, build.Mark(Name));
}

/// <summary>Repeats each cell as 2×2 equal cells.</summary>
public sealed record DoubleLayer : Layer
{
    internal override string Build(LayerBuild build, string value) => build.Graph.Double(value);
}

/// <summary>Averages each 2×2 block of cells.</summary>
public sealed record HalveLayer : Layer
{
    internal override string Build(LayerBuild build, string value) => build.Graph.Halve(value);
}

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

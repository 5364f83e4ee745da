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

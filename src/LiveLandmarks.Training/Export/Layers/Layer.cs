namespace LiveLandmarks.Training.Export.Layers;

/// <summary>One step of a network that is a list of layers; see <see cref="LayerNetworkExporter"/>.</summary>
public abstract record Layer
{
    /// <summary>Adds the layer's nodes.</summary>
    /// <param name="build">The graph and what is known so far.</param>
    /// <param name="value">What the layer before gave.</param>
    /// <returns>What this layer gives.</returns>
    internal abstract string Build(LayerBuild build, string value);
}

using LiveLandmarks.Training.Import;

namespace LiveLandmarks.Training.Export.Layers;

/// <summary>What a layer needs to add itself to a graph.</summary>
/// <param name="graph">The graph.</param>
/// <param name="weights">The network's state dictionary.</param>
internal sealed class LayerBuild(LayerGraph graph, WeightTable weights)
{
    private readonly Dictionary<string, string> marks = new(StringComparer.Ordinal);

    public LayerGraph Graph => graph;

    public WeightTable Weights => weights;

    public void SetMark(string name, string value) => marks[name] = value;

    public string Mark(string name) => marks.TryGetValue(name, out var value)
        ? value
        : throw new ModelException($"{weights.Source}: the layers add '{name}' before a layer marks it.");

    public string Chain(IEnumerable<Layer> layers, string value) => layers.Aggregate(value, (current, layer) => layer.Build(this, current));
}

using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;

namespace LiveLandmarks.Training.Export;

/// <summary>
/// Adds nodes that turn heatmaps into points, as <see cref="HeatmapDecoder"/> does outside the graph, with its constants. All in 32 bits.
/// </summary>
/// <param name="graph">The graph.</param>
/// <param name="size">Side of a heatmap in cells.</param>
/// <param name="inputSize">Side of the crop in pixels.</param>
/// <param name="landmarks">Number of landmarks; further heatmaps are left out.</param>
internal sealed class DecodingGraph(OnnxGraph graph, int size, int inputSize, int landmarks)
{
    /// <summary>Decodes heatmaps.</summary>
    /// <param name="heatmaps">[N, at least landmarks, size, size], 32 bits.</param>
    /// <param name="decoding">The decoding method.</param>
    /// <returns>[N, landmarks, 3]: x and y in crop pixels, height of the peak from 0 to 1.</returns>
    public string Decode(string heatmaps, HeatmapDecoding decoding)
    {
        var maps = graph.Node(
            "Slice",
            [heatmaps, Indices("first", 0), Indices("end", landmarks), Indices("channels", 1)]);
        var flat = graph.Node("Reshape", [maps, graph.Indices("decode.flat", [0, landmarks, size * size], 3)]);
        var cell = graph.Node("ArgMax", [flat], OnnxAttribute.Of("axis", 2L), OnnxAttribute.Of("keepdims", 1L));
        var row = graph.Node("Div", [cell, Indices("side", size)]);
        var column = graph.Node("Sub", [cell, graph.Node("Mul", [row, Indices("side", size)])]);
        var peak = Pick(flat, cell);

        var (x, y) = decoding == HeatmapDecoding.MeanShift
            ? new MeanShiftGraph(graph, size).Climb(maps, ToFloat(column), ToFloat(row))
            : (Refine(flat, cell, column, 1, peak, decoding), Refine(flat, cell, row, size, peak, decoding));
        return graph.Node("Concat", [ToPixels(x), ToPixels(y), Clip(peak, 0, 1)], OnnxAttribute.Of("axis", 2L));
    }

    /// <summary>Position of the peak on one axis, in cells: its index plus an offset read from both neighbors.</summary>
    private string Refine(string flat, string cell, string index, int step, string peak, HeatmapDecoding decoding)
    {
        var one = Indices("step", step);
        var last = Indices("last", size * size - 1);
        var before = Pick(flat, graph.Node("Max", [graph.Node("Sub", [cell, one]), Indices("first", 0)]));
        var after = Pick(flat, graph.Node("Min", [graph.Node("Add", [cell, one]), last]));
        var offset = decoding == HeatmapDecoding.QuarterOffset
            ? graph.Node("Mul", [graph.Node("Sign", [graph.Node("Sub", [after, before])]), Number("quarter", HeatmapDecoder.Quarter)])
            : Vertex(before, peak, after);
        var inside = graph.Node("And",
            [graph.Node("Greater", [index, Indices("first", 0)]), graph.Node("Less", [index, Indices("edge", size - 1)])]);
        return graph.Node("Add", [ToFloat(index), graph.Node("Where", [inside, offset, Number("none", 0)])]);
    }

    /// <summary>Vertex of the parabola through the logarithms of three neighbors, at most half a cell away.</summary>
    private string Vertex(string before, string peak, string after)
    {
        var (a, b, c) = (Logarithm(before), Logarithm(peak), Logarithm(after));
        var curvature = graph.Node("Sub", [graph.Node("Add", [a, c]), graph.Node("Mul", [b, Number("two", 2)])]);
        var curved = graph.Node("Less", [curvature, Number("none", 0)]);
        var divisor = graph.Node("Where", [curved, graph.Node("Mul", [curvature, Number("two", 2)]), Number("one", 1)]);
        var offset = Clip(graph.Node("Div", [graph.Node("Sub", [a, c]), divisor]), -HeatmapDecoder.FarthestOffset,
            HeatmapDecoder.FarthestOffset);
        return graph.Node("Where", [curved, offset, Number("none", 0)]);
    }

    private string Logarithm(string value) => graph.Node("Log", [graph.Node("Max", [value, Number("floor", HeatmapDecoder.Floor)])]);

    private string Pick(string flat, string cell) => graph.Node("GatherElements", [flat, cell], OnnxAttribute.Of("axis", 2L));

    private string Clip(string value, float least, float most) =>
        graph.Node("Clip", [value, Number($"from.{least}", least), Number($"to.{most}", most)]);

    private string ToPixels(string cells)
    {
        var grid = new HeatmapGrid(inputSize, size);
        return graph.Node("Add", [graph.Node("Mul", [cells, Number("stride", grid.Stride)]), Number("center", grid.FirstCenter)]);
    }

    private string ToFloat(string value) =>
        graph.Node("Cast", [value], OnnxAttribute.Of("to", (long)Schema.TensorProto.Types.DataType.Float));

    private string Number(string name, float value) => graph.Constant32($"decode.{name}", [value]);

    // The constant's value is part of its name, because each name stands for one constant.
    private string Indices(string name, long value) => graph.Indices($"decode.{name}.{value}", [value], 1);
}

using LiveLandmarks.Landmarks;

namespace LiveLandmarks.Training.Export;

/// <summary>
/// Mean shift over heatmaps, with the window and the number of steps of the library's <c>MeanShift</c>. The graph always takes all steps,
/// while <c>MeanShift</c> stops early, so points can differ by hundredths of a cell.
/// </summary>
/// <param name="graph">The graph.</param>
/// <param name="size">Side of a heatmap in cells.</param>
internal sealed class MeanShiftGraph(OnnxGraph graph, int size)
{
    /// <summary>The summits near the peaks.</summary>
    /// <param name="maps">[N, landmarks, size, size].</param>
    /// <param name="x">Columns of the highest cells, [N, landmarks, 1].</param>
    /// <param name="y">Rows of the highest cells, [N, landmarks, 1].</param>
    /// <returns>Columns and rows of the summits, [N, landmarks, 1]; the start if a map is empty.</returns>
    public (string X, string Y) Climb(string maps, string x, string y)
    {
        var positive = graph.Node("Relu", [maps]);
        var squared = graph.Node("Mul", [positive, positive]);
        for (var step = 0; step < MeanShift.MaxSteps; step++)
            (x, y) = Step(squared, x, y);
        return (x, y);
    }

    private (string X, string Y) Step(string squared, string x, string y)
    {
        // The window is the product of a window over columns and one over rows, so its sums are matrix products.
        var (across, down) = (Window(x), Window(y));
        var rows = graph.Node("MatMul", [squared, graph.Node("Unsqueeze", [across, graph.Indices("shift.last", [3], 1)])]);
        rows = graph.Node("Mul", [graph.Node("Squeeze", [rows, graph.Indices("shift.last", [3], 1)]), down]);
        var columns = graph.Node("MatMul", [graph.Node("Unsqueeze", [down, graph.Indices("shift.row", [2], 1)]), squared]);
        columns = graph.Node("Mul", [graph.Node("Squeeze", [columns, graph.Indices("shift.row", [2], 1)]), across]);

        var sum = Sum(rows);
        var empty = graph.Node("Equal", [sum, graph.Constant32("shift.none", [0])]);
        var divisor = graph.Node("Where", [empty, graph.Constant32("shift.one", [1]), sum]);
        return (Center(columns, x), Center(rows, y));

        string Center(string weights, string start)
        {
            var center = graph.Node("Div", [Sum(graph.Node("Mul", [weights, Cells()])), divisor]);
            return graph.Node("Where", [empty, start, center]);
        }
    }

    /// <summary>Weights of the cells on one axis around a position: Gaussian, and 0 beyond the window, [N, landmarks, size].</summary>
    private string Window(string position)
    {
        var distance = graph.Node("Sub", [Cells(), position]);
        var weight = graph.Node(
            "Exp",
            [graph.Node("Div", [graph.Node("Mul", [distance, distance]),
                graph.Constant32("shift.variance", [-2 * MeanShift.Sigma * MeanShift.Sigma])])]);
        var fromCell = graph.Node("Sub", [Cells(), graph.Node("Floor", [position])]);
        var near = graph.Node(
            "And",
            [
                graph.Node("GreaterOrEqual", [fromCell, graph.Constant32("shift.before", [-MeanShift.Reach])]),
                graph.Node("LessOrEqual", [fromCell, graph.Constant32("shift.after", [MeanShift.Reach + 1])]),
            ]);
        return graph.Node("Where", [near, weight, graph.Constant32("shift.none", [0])]);
    }

    private string Sum(string values) =>
        graph.Node("ReduceSum", [values, graph.Indices("shift.row", [2], 1)], OnnxAttribute.Of("keepdims", 1L));

    private string Cells() => graph.Constant32("shift.cells", [.. Enumerable.Range(0, size).Select(cell => (float)cell)], 1, 1, size);
}

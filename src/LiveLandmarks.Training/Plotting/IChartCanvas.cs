namespace LiveLandmarks.Training.Plotting;

/// <summary>What a chart is drawn on. All lengths are pixels of the figure, y points down.</summary>
internal interface IChartCanvas
{
    /// <summary>Begins a part of the figure.</summary>
    /// <param name="name">What the following belongs to, such as <c>legend</c>.</param>
    void Section(string name);

    /// <summary>Draws a straight line.</summary>
    void Line(ChartPoint from, ChartPoint to, ChartStroke stroke);

    /// <summary>Draws a series.</summary>
    /// <param name="series">The series; its points are in the units of the axes.</param>
    /// <param name="pieces">The line's corners in pixels, a list for each piece between interruptions.</param>
    /// <param name="stroke">How it looks.</param>
    /// <param name="clip">No line is drawn outside; dots are whole where their middle lies within.</param>
    void Series(ChartSeries series, IReadOnlyList<IReadOnlyList<ChartPoint>> pieces, ChartStroke stroke, ChartArea clip);

    /// <summary>Writes a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where its anchor lies, on the base line.</param>
    /// <param name="anchor">Which part of it that is.</param>
    /// <param name="size">Height of the letters, as <c>font-size</c> has it.</param>
    /// <param name="upwards">Whether it is turned to be read from below.</param>
    void Text(string text, ChartPoint at, TextAnchor anchor, double size = 12, bool upwards = false);
}

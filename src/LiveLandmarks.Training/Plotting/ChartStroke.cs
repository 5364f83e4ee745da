namespace LiveLandmarks.Training.Plotting;

/// <summary>How a line looks.</summary>
/// <param name="Color">As <c>#rrggbb</c>.</param>
/// <param name="Width">Pixels of the figure.</param>
/// <param name="Dashed">Whether it is dashed.</param>
internal readonly record struct ChartStroke(string Color, double Width = ChartStroke.OfLines, bool Dashed = false)
{
    /// <summary>Lengths of a dash and of the gap after it, in pixels of the figure.</summary>
    public const double Dash = 6, Gap = 4;

    private const double OfLines = 1.8;

    // Okabe and Ito's palette, which color-blind readers can tell apart, with its yellow left out as too pale for lines.
    private static readonly string[] Palette = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000"];

    /// <summary>Lines behind the curves.</summary>
    public static ChartStroke Grid { get; } = new("#dddddd", 1);

    /// <summary>The look of a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="index">Its place among the others.</param>
    public static ChartStroke Of(ChartSeries series, int index) => new(Palette[index % Palette.Length], Dashed: series.Dashed);
}

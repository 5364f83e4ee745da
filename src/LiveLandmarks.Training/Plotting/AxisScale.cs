using System.Globalization;

namespace LiveLandmarks.Training.Plotting;

/// <summary>Where values of an axis lie between its ends, and which of them get a tick.</summary>
internal sealed class AxisScale
{
    private const int WantedTicks = 6;

    // A logarithmic axis of fewer decades has ticks at 1, 2 and 5 of each.
    private const double FewDecades = 2.5;

    private static readonly double[] Mantissas = [0, Math.Log10(2), Math.Log10(5)];

    private readonly bool logarithmic;
    private readonly double low;
    private readonly double high;

    /// <summary>Fits an axis around values.</summary>
    /// <param name="axis">What is asked of the axis.</param>
    /// <param name="values">All values along it; those that are not finite, or not positive on a logarithmic axis, count for nothing.</param>
    public AxisScale(ChartAxis axis, IEnumerable<double> values)
    {
        logarithmic = axis.Logarithmic;
        var (minimum, maximum) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values.Select(Position).Where(double.IsFinite))
            (minimum, maximum) = (Math.Min(minimum, value), Math.Max(maximum, value));
        if (minimum > maximum)
            (minimum, maximum) = (0, 1);
        if (minimum == maximum)
            (minimum, maximum) = (minimum - 0.5, maximum + 0.5);
        var (from, to) = (End(axis.Minimum) ?? minimum, End(axis.Maximum) ?? maximum);
        if (from >= to)
            throw new ArgumentException($"The axis \"{axis.Title}\" ends at {axis.Maximum} before it begins at {axis.Minimum}.");
        if (logarithmic && to - from < FewDecades)
        {
            double[] places = [.. Enumerable.Range((int)Math.Floor(from), (int)Math.Ceiling(to) - (int)Math.Floor(from) + 1).SelectMany(_ => Mantissas, (decade, mantissa) => decade + mantissa)];
            low = axis.Minimum is null ? places.Last(place => place <= from + 1e-9) : from;
            high = axis.Maximum is null ? places.First(place => place >= to - 1e-9) : to;
            Ticks = [.. places.Where(place => place >= low - 1e-9 && place <= high + 1e-9).Select(place => Math.Pow(10, place))];
            return;
        }
        var step = Step(to - from);
        low = axis.Minimum is null ? Math.Floor(from / step) * step : from;
        high = axis.Maximum is null ? Math.Ceiling(to / step) * step : to;
        Ticks = TicksOf(step);
    }

    /// <summary>The values with a tick, ascending.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>How far along the axis a value lies, 0 to 1 between the ends; not finite where it has no place.</summary>
    public double Fraction(double value) => (Position(value) - low) / (high - low);

    /// <summary>A tick's label.</summary>
    public static string Label(double tick) => Math.Abs(tick) is > 0 and (< 1e-3 or >= 1e6)
        ? tick.ToString("0.##e+0", CultureInfo.InvariantCulture)
        : tick.ToString("0.######", CultureInfo.InvariantCulture);

    private double Position(double value) => logarithmic ? value > 0 ? Math.Log10(value) : double.NaN : value;

    private double? End(double? given) => given is { } value ? Position(value) : null;

    /// <summary>The power of ten, or twice or five times one, that gives about as many ticks as wanted; at least a decade if logarithmic.</summary>
    private double Step(double range)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(range / WantedTicks)));
        var ratio = range / WantedTicks / power;
        var step = power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10);
        return logarithmic ? Math.Max(1, step) : step;
    }

    private List<double> TicksOf(double step)
    {
        var ticks = new List<double>();
        // Counted in whole steps, so that no rounding adds up and zero is exactly zero.
        for (var i = (long)Math.Ceiling(low / step - 1e-9); i <= (long)Math.Floor(high / step + 1e-9); i++)
            ticks.Add(logarithmic ? Math.Pow(10, i * step) : i * step);
        return ticks;
    }
}

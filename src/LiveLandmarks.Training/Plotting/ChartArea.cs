namespace LiveLandmarks.Training.Plotting;

/// <summary>A rectangle of a figure, in its pixels; y points down.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Width">Width, above 0.</param>
/// <param name="Height">Height, above 0.</param>
internal readonly record struct ChartArea(double Left, double Top, double Width, double Height)
{
    /// <summary>Right edge.</summary>
    public double Right => Left + Width;

    /// <summary>Lower edge.</summary>
    public double Bottom => Top + Height;

    /// <summary>Whether a point lies within, or on an edge.</summary>
    public bool Contains(ChartPoint point) => point.X >= Left && point.X <= Right && point.Y >= Top && point.Y <= Bottom;
}

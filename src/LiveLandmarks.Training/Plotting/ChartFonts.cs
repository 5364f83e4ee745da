using SkiaSharp;

namespace LiveLandmarks.Training.Plotting;

/// <summary>The font families of charts.</summary>
internal static class ChartFonts
{
    /// <summary>The family that an SVG names; its viewer chooses the font.</summary>
    public const string Svg = "sans-serif";

    private static readonly string[] Wanted = ["DejaVu Sans", "Liberation Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "Arial"];

    /// <summary>The family for pictures: a sans-serif that this machine has, else its default.</summary>
    public static string Picture { get; } = Wanted.FirstOrDefault(SKFontManager.Default.GetFontFamilies().Contains)
        ?? SKTypeface.Default.FamilyName;
}

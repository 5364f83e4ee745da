using SkiaSharp;

namespace LiveLandmarks.Training.Plotting;

/// <summary>The letters of charts that are pictures.</summary>
internal static class ChartFonts
{
    /// <summary>What an SVG names: its viewer chooses.</summary>
    public const string Svg = "sans-serif";

    private static readonly string[] Wanted = ["DejaVu Sans", "Liberation Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "Arial"];

    /// <summary>A family without serifs that this machine has; else whatever it has.</summary>
    public static string Picture { get; } = Wanted.FirstOrDefault(SKFontManager.Default.GetFontFamilies().Contains)
        ?? SKTypeface.Default.FamilyName;
}

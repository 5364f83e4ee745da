// The names say what the colours are.
#pragma warning disable CS1591

namespace OpenCvSharp;

/// <content>Named colours, as the web has them.</content>
public partial record struct Scalar
{
    public static readonly Scalar Black = FromRgb(0, 0, 0);
    public static readonly Scalar White = FromRgb(255, 255, 255);
    public static readonly Scalar Gray = FromRgb(128, 128, 128);
    public static readonly Scalar DarkGray = FromRgb(169, 169, 169);
    public static readonly Scalar LightGray = FromRgb(211, 211, 211);
    public static readonly Scalar Silver = FromRgb(192, 192, 192);
    public static readonly Scalar Red = FromRgb(255, 0, 0);
    public static readonly Scalar DarkRed = FromRgb(139, 0, 0);
    public static readonly Scalar Green = FromRgb(0, 128, 0);
    public static readonly Scalar DarkGreen = FromRgb(0, 100, 0);
    public static readonly Scalar LightGreen = FromRgb(144, 238, 144);
    public static readonly Scalar Lime = FromRgb(0, 255, 0);
    public static readonly Scalar Blue = FromRgb(0, 0, 255);
    public static readonly Scalar DarkBlue = FromRgb(0, 0, 139);
    public static readonly Scalar LightBlue = FromRgb(173, 216, 230);
    public static readonly Scalar DeepSkyBlue = FromRgb(0, 191, 255);
    public static readonly Scalar Yellow = FromRgb(255, 255, 0);
    public static readonly Scalar Gold = FromRgb(255, 215, 0);
    public static readonly Scalar Orange = FromRgb(255, 165, 0);
    public static readonly Scalar DarkOrange = FromRgb(255, 140, 0);
    public static readonly Scalar OrangeRed = FromRgb(255, 69, 0);
    public static readonly Scalar Cyan = FromRgb(0, 255, 255);
    public static readonly Scalar Magenta = FromRgb(255, 0, 255);
    public static readonly Scalar Purple = FromRgb(128, 0, 128);
    public static readonly Scalar Pink = FromRgb(255, 192, 203);
    public static readonly Scalar Brown = FromRgb(165, 42, 42);
}

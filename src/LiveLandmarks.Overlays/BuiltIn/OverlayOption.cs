using System.Globalization;
using System.Numerics;

namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>Checks the options of overlays.</summary>
internal static class OverlayOption
{
    /// <summary>Parses a color.</summary>
    /// <param name="name">The option's name, for the message.</param>
    /// <param name="text">Red, green and blue as <c>#RRGGBB</c>.</param>
    /// <returns>Blue, green, red, 0 to 255.</returns>
    /// <exception cref="OverlayException">The text does not have this form.</exception>
    public static Vector3 Color(string name, string text)
    {
        if (text is not ['#', .. { Length: 6 } digits]
            || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            throw new OverlayException($"{name}: \"{text}\" is not a color; write it as #RRGGBB, such as #B01030.");
        return new Vector3(value & 255, (value >> 8) & 255, value >> 16);
    }

    /// <summary>Checks a number.</summary>
    /// <param name="name">The option's name, for the message.</param>
    /// <param name="value">The number.</param>
    /// <param name="least">The smallest value allowed.</param>
    /// <param name="most">The largest value allowed.</param>
    /// <exception cref="OverlayException">The number is out of range.</exception>
    public static float Within(string name, float value, float least, float most) => value >= least && value <= most
        ? value
        : throw new OverlayException(
            string.Create(CultureInfo.InvariantCulture, $"{name}: {value} is out of range; give {least} to {most}."));
}

using System.Globalization;
using System.Numerics;

namespace LiveLandmarks.Overlays.Shipped;

/// <summary>Options of overlays, checked.</summary>
internal static class OverlayOption
{
    /// <summary>Reads a color.</summary>
    /// <param name="name">The option's name, for the message.</param>
    /// <param name="text">Red, green and blue as <c>#RRGGBB</c>.</param>
    /// <returns>Blue, green, red, 0 to 255.</returns>
    /// <exception cref="OverlayException">It is no such text.</exception>
    public static Vector3 Color(string name, string text)
    {
        if (text is not ['#', .. { Length: 6 } digits]
            || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            throw new OverlayException($"{name}: \"{text}\" is no color; write it as #RRGGBB, such as #B01030.");
        return new Vector3(value & 255, (value >> 8) & 255, value >> 16);
    }

    /// <summary>Checks a number.</summary>
    /// <param name="name">The option's name, for the message.</param>
    /// <param name="value">The number.</param>
    /// <param name="least">The least that is allowed.</param>
    /// <param name="most">The most that is allowed.</param>
    /// <exception cref="OverlayException">It is out of its range.</exception>
    public static float Within(string name, float value, float least, float most) => value >= least && value <= most
        ? value
        : throw new OverlayException(
            string.Create(CultureInfo.InvariantCulture, $"{name}: {value} is out of its range, {least} to {most}."));
}

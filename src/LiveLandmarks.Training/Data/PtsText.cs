using System.Globalization;
using System.Text;

namespace LiveLandmarks.Training.Data;

/// <summary>Landmarks in the text format of 300-W.</summary>
internal static class PtsText
{
    /// <summary>The content of a <c>.pts</c> file.</summary>
    /// <param name="points">Landmarks in pixels counted from 0; the file counts from 1.</param>
    public static string Of(ReadOnlySpan<Landmark> points)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"version: 1\nn_points:  {points.Length}\n{{\n"));
        foreach (var point in points)
            text.Append(CultureInfo.InvariantCulture, $"{point.X + 1:0.000} {point.Y + 1:0.000}\n");
        return text.Append("}\n").ToString();
    }
}

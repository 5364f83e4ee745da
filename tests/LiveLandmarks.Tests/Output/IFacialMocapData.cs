using System.Globalization;
using System.Text;

namespace LiveLandmarks.Tests.Output;

/// <summary>
/// Reads a line of iFacialMocap by the description on www.ifacialmocap.com/for-developer, and as strictly as receivers do: one equals
/// sign, whole numbers from 0 to 100, a bar after every entry.
/// </summary>
internal sealed class IFacialMocapData
{
    public IFacialMocapData(byte[] datagram)
    {
        var halves = Encoding.ASCII.GetString(datagram).Split('=');
        Assert.Equal(2, halves.Length);
        foreach (var entry in Entries(halves[0]))
        {
            var parts = entry.Split('-');
            Assert.Equal(2, parts.Length);
            var value = int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture);
            Assert.InRange(value, 0, 100);
            Values.Add(parts[0], value);
        }
        var rotations = Entries(halves[1]).Select(entry => entry.Split('#')).ToArray();
        Assert.Equal(["head", "rightEye", "leftEye"], rotations.Select(parts => parts[0]));
        var numbers = rotations.Select(parts => parts[1].Split(',').Select(Number).ToArray()).ToArray();
        Assert.Equal([6, 3, 3], numbers.Select(group => group.Length));
        (Head, RightEye, LeftEye) = (numbers[0], numbers[1], numbers[2]);
    }

    public Dictionary<string, int> Values { get; } = [];

    /// <summary>Degrees about x, y, z, and meters.</summary>
    public float[] Head { get; }

    public float[] RightEye { get; }

    public float[] LeftEye { get; }

    private static string[] Entries(string half)
    {
        Assert.EndsWith("|", half, StringComparison.Ordinal);
        return half[..^1].Split('|');
    }

    private static float Number(string text) => float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}

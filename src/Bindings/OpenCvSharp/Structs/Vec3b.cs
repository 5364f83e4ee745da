using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>Three bytes: a pixel of a colour image, in the order blue, green, red.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Vec3b : IEquatable<Vec3b>
{
    /// <summary>The first byte.</summary>
    public byte Item0;

    /// <summary>The second byte.</summary>
    public byte Item1;

    /// <summary>The third byte.</summary>
    public byte Item2;

    /// <summary>Creates a vector from its three bytes.</summary>
    public Vec3b(byte item0, byte item1, byte item2) => (Item0, Item1, Item2) = (item0, item1, item2);

    /// <summary>The byte at an index from 0 to 2.</summary>
    public byte this[int i]
    {
        readonly get => i switch
        {
            0 => Item0,
            1 => Item1,
            2 => Item2,
            _ => throw new ArgumentOutOfRangeException(nameof(i)),
        };
        set
        {
            switch (i)
            {
                case 0: Item0 = value; break;
                case 1: Item1 = value; break;
                case 2: Item2 = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(i));
            }
        }
    }

    /// <summary>Whether all bytes are equal.</summary>
    public static bool operator ==(Vec3b a, Vec3b b) => a.Equals(b);

    /// <summary>Whether some byte differs.</summary>
    public static bool operator !=(Vec3b a, Vec3b b) => !a.Equals(b);

    /// <inheritdoc/>
    public readonly bool Equals(Vec3b other) =>
        Item0 == other.Item0 && Item1 == other.Item1 && Item2 == other.Item2;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Vec3b other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Item0, Item1, Item2);

    /// <inheritdoc/>
    public override readonly string ToString() => $"{nameof(Vec3b)} ({Item0}, {Item1}, {Item2})";
}

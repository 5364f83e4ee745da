using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>The code of a codec: four characters in one number.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly partial struct FourCC : IEquatable<FourCC>
{
    /// <summary>The code as a number.</summary>
    public readonly int Value;

    /// <summary>Takes a code as a number.</summary>
    public FourCC(int value) => Value = value;

    /// <summary>The code as a number.</summary>
    public static implicit operator int(FourCC fourcc) => fourcc.Value;

    /// <summary>Takes a code as a number.</summary>
    public static implicit operator FourCC(int code) => new(code);

    /// <summary>Whether two codes are equal.</summary>
    public static bool operator ==(FourCC left, FourCC right) => left.Value == right.Value;

    /// <summary>Whether two codes differ.</summary>
    public static bool operator !=(FourCC left, FourCC right) => left.Value != right.Value;

    /// <summary>The code of one to four characters; spaces make up the missing ones.</summary>
    public static FourCC FromString(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length is 0 or > 4)
            throw new ArgumentException("A codec has one to four characters.", nameof(code));
        return new FourCC(VideoWriter.FourCC(code.PadRight(4)));
    }

    /// <inheritdoc/>
    public bool Equals(FourCC other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FourCC other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value;
}

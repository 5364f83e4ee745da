using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>The type of a matrix element: the depth of a channel and the number of channels.</summary>
/// <param name="value">The type as OpenCV encodes it.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly partial record struct MatType(int value) : IEquatable<int>
{
    private const int MaxChannels = 512;
    private const int ChannelShift = 3;
    private const int DepthCount = 1 << ChannelShift;

    private readonly int value = value;

    /// <summary>The type as OpenCV encodes it.</summary>
    public int Value => value;

    /// <summary>The depth of a channel, one of <see cref="CV_8U"/> and its like.</summary>
    public int Depth => value & (DepthCount - 1);

    /// <summary>The number of channels.</summary>
    public int Channels => (value >> ChannelShift) + 1;

    /// <summary>Takes a number as OpenCV encodes a type.</summary>
    public static implicit operator MatType(int value) => new(value);

    /// <summary>Whether the type is encoded as a number.</summary>
    public static bool operator ==(MatType self, int other) => self.value == other;

    /// <summary>Whether the type is not encoded as a number.</summary>
    public static bool operator !=(MatType self, int other) => self.value != other;

    /// <summary>A type from its depth and number of channels.</summary>
    public static MatType MakeType(int depth, int channels)
    {
        if (channels is <= 0 or >= MaxChannels)
            throw new OpenCvSharpException($"A type has 1 to {MaxChannels - 1} channels, not {channels}.");
        if (depth is < 0 or >= DepthCount)
            throw new OpenCvSharpException($"A depth is 0 to {DepthCount - 1}, not {depth}.");
        return depth + ((channels - 1) << ChannelShift);
    }

    /// <summary>Whether the type is encoded as a number.</summary>
    public bool Equals(int other) => value == other;

    /// <summary>The name OpenCV gives the type.</summary>
    public override string ToString()
    {
        var depth = Depth switch
        {
            CV_8U => nameof(CV_8U),
            CV_8S => nameof(CV_8S),
            CV_16U => nameof(CV_16U),
            CV_16S => nameof(CV_16S),
            CV_32S => nameof(CV_32S),
            CV_32F => nameof(CV_32F),
            CV_64F => nameof(CV_64F),
            _ => nameof(CV_16F),
        };
        return Channels <= 4 ? $"{depth}C{Channels}" : $"{depth}C({Channels})";
    }
}

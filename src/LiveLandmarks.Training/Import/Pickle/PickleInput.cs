using System.Buffers.Binary;
using System.Text;

namespace LiveLandmarks.Training.Import.Pickle;

/// <summary>Reads a pickle's bytes; missing bytes are reported as a truncated file.</summary>
/// <param name="stream">A stream at the start of the pickle; it stays at the pickle's end.</param>
/// <param name="file">The file's path for messages.</param>
internal sealed class PickleInput(Stream stream, string file)
{
    private readonly byte[] small = new byte[8];

    public byte Byte()
    {
        var value = stream.ReadByte();
        return value >= 0 ? (byte)value : throw Truncated();
    }

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Small(4));

    public int UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Small(2));

    public double DoubleBigEndian() => BinaryPrimitives.ReadDoubleBigEndian(Small(8));

    /// <summary>An integer in little-endian two's complement.</summary>
    public System.Numerics.BigInteger Long(int length)
    {
        Span<byte> bytes = stackalloc byte[byte.MaxValue];
        Fill(bytes[..length]);
        return new System.Numerics.BigInteger(bytes[..length]);
    }

    /// <summary>A string of the given number of bytes.</summary>
    public string Text(int length, Encoding encoding)
    {
        if (length is < 0 or > PickleLimits.StringBytes)
            throw Refused($"a string of {(uint)length} bytes");
        var bytes = new byte[length];
        Fill(bytes);
        return encoding.GetString(bytes);
    }

    /// <summary>A string up to the end of the line.</summary>
    public string Line()
    {
        var line = new StringBuilder();
        for (var next = Byte(); next != '\n'; next = Byte())
        {
            if (line.Length == PickleLimits.StringBytes)
                throw Refused("a name without end");
            line.Append((char)next);
        }
        return line.ToString();
    }

    /// <summary>The exception for a file with something that this reader does not accept.</summary>
    public WeightsException Refused(string what) =>
        new($"{file}: refused, it holds {what}; save only the state dictionary, torch.save(model.state_dict(), path).");

    private WeightsException Truncated() => new($"{file}: the checkpoint is truncated; copy or download it again.");

    private ReadOnlySpan<byte> Small(int length)
    {
        Fill(small.AsSpan(0, length));
        return small.AsSpan(0, length);
    }

    private void Fill(Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw Truncated();
    }
}

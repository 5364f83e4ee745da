using System.Buffers.Binary;

namespace LiveLandmarks.Output;

/// <summary>Writes numbers and texts one after another in network order, as Unreal Engine's network archives read them.</summary>
/// <param name="bytes">Receives the bytes.</param>
internal ref struct BigEndianWriter(Span<byte> bytes)
{
    private readonly Span<byte> bytes = bytes;

    /// <summary>Number of bytes written so far.</summary>
    public int Written { get; private set; }

    public void Write(byte value) => Next(1)[0] = value;

    public void Write(int value) => BinaryPrimitives.WriteInt32BigEndian(Next(sizeof(int)), value);

    public void Write(float value) => BinaryPrimitives.WriteSingleBigEndian(Next(sizeof(float)), float.IsFinite(value) ? value : 0);

    /// <summary>Writes the number of bytes of a text, then the text.</summary>
    public void Write(ReadOnlySpan<byte> text)
    {
        Write(text.Length);
        text.CopyTo(Next(text.Length));
    }

    private Span<byte> Next(int count)
    {
        var place = bytes.Slice(Written, count);
        Written += count;
        return place;
    }
}

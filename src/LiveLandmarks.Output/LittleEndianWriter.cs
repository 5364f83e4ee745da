using System.Buffers.Binary;
using System.Numerics;

namespace LiveLandmarks.Output;

/// <summary>Writes numbers one after another in little-endian order, like Python's <c>struct.pack</c> on common machines.</summary>
/// <param name="bytes">Receives the bytes.</param>
internal ref struct LittleEndianWriter(Span<byte> bytes)
{
    private readonly Span<byte> bytes = bytes;

    /// <summary>Number of bytes written so far.</summary>
    public int Written { get; private set; }

    public void Write(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Next(sizeof(double)), value);

    public void Write(int value) => BinaryPrimitives.WriteInt32LittleEndian(Next(sizeof(int)), value);

    public void Write(byte value) => Next(1)[0] = value;

    public void Write(float value) => BinaryPrimitives.WriteSingleLittleEndian(Next(sizeof(float)), float.IsFinite(value) ? value : 0);

    public void Write(Vector2 value)
    {
        Write(value.X);
        Write(value.Y);
    }

    public void Write(Vector3 value)
    {
        Write(value.X);
        Write(value.Y);
        Write(value.Z);
    }

    private Span<byte> Next(int count)
    {
        var place = bytes.Slice(Written, count);
        Written += count;
        return place;
    }
}

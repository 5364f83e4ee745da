using System.Buffers.Binary;

namespace LiveLandmarks.Output;

/// <summary>
/// A bundle of Open Sound Control 1.0 messages that apply at the same time: big-endian, texts end with a zero byte, everything is padded
/// with zeros to a multiple of four bytes. Reuses its buffer for each bundle; not thread-safe.
/// </summary>
/// <param name="capacity">Maximum number of bytes.</param>
internal sealed class OscBundle(int capacity)
{
    private readonly byte[] bytes = new byte[capacity];
    private int length;

    /// <summary>The bytes of the bundle so far.</summary>
    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, length);

    /// <summary>Starts a new bundle.</summary>
    public void Begin()
    {
        length = 0;
        AddText("#bundle"u8);
        AddNumber(0);
        AddNumber(1);
    }

    /// <summary>Adds a message with integers, or without arguments.</summary>
    public void Add(ReadOnlySpan<byte> address, params ReadOnlySpan<int> numbers)
    {
        var start = BeginMessage(address);
        AddTypes(""u8, 'i', numbers.Length);
        foreach (var number in numbers)
            AddNumber(number);
        EndMessage(start);
    }

    /// <summary>Adds a message with a text, unless the text is empty, and floating-point numbers.</summary>
    public void Add(ReadOnlySpan<byte> address, ReadOnlySpan<byte> text, params ReadOnlySpan<float> fractions)
    {
        var start = BeginMessage(address);
        AddTypes(text.IsEmpty ? ""u8 : "s"u8, 'f', fractions.Length);
        if (!text.IsEmpty)
            AddText(text);
        foreach (var fraction in fractions)
            AddNumber(BitConverter.SingleToInt32Bits(float.IsFinite(fraction) ? fraction : 0));
        EndMessage(start);
    }

    private int BeginMessage(ReadOnlySpan<byte> address)
    {
        AddNumber(0);
        var start = length;
        AddText(address);
        return start;
    }

    private void EndMessage(int start) => BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(start - sizeof(int)), length - start);

    private void AddTypes(ReadOnlySpan<byte> first, char type, int count)
    {
        Span<byte> types = stackalloc byte[1 + first.Length + count];
        types.Fill((byte)type);
        types[0] = (byte)',';
        first.CopyTo(types[1..]);
        AddText(types);
    }

    private void AddText(ReadOnlySpan<byte> text)
    {
        text.CopyTo(bytes.AsSpan(length));
        var end = length + text.Length;
        length = (end + 4) / 4 * 4;
        bytes.AsSpan(end, length - end).Clear();
    }

    private void AddNumber(int number)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(length), number);
        length += sizeof(int);
    }
}

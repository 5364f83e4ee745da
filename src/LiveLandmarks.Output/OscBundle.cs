using System.Buffers.Binary;

namespace LiveLandmarks.Output;

/// <summary>
/// A bundle of Open Sound Control 1.0 messages that hold at once: big-endian, texts ended by a zero, everything filled up with zeros to a
/// multiple of four bytes. Keeps its memory from bundle to bundle; not thread-safe.
/// </summary>
/// <param name="capacity">Most bytes.</param>
internal sealed class OscBundle(int capacity)
{
    private readonly byte[] bytes = new byte[capacity];
    private int length;

    /// <summary>The bundle so far.</summary>
    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, length);

    /// <summary>Begins a new bundle.</summary>
    public void Begin()
    {
        length = 0;
        AddText("#bundle"u8);
        AddNumber(0);
        AddNumber(1);
    }

    /// <summary>Adds a message of whole numbers, or of none.</summary>
    public void Add(ReadOnlySpan<byte> address, params ReadOnlySpan<int> numbers)
    {
        var start = BeginMessage(address);
        AddTypes(""u8, 'i', numbers.Length);
        foreach (var number in numbers)
            AddNumber(number);
        EndMessage(start);
    }

    /// <summary>Adds a message of a text, unless that is empty, and fractions.</summary>
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

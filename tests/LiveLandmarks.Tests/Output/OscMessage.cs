using System.Buffers.Binary;
using System.Text;

namespace LiveLandmarks.Tests.Output;

/// <summary>Reads Open Sound Control 1.0, strictly: lengths, padding with zeros, type tags.</summary>
internal sealed record OscMessage(string Address, string Types, object[] Arguments)
{
    public static OscMessage[] InBundle(byte[] datagram)
    {
        Assert.Equal(0, datagram.Length % 4);
        var offset = 0;
        Assert.Equal("#bundle", Text(datagram, ref offset));
        // The time tag for immediate delivery.
        Assert.Equal(1UL, BinaryPrimitives.ReadUInt64BigEndian(datagram.AsSpan(offset)));
        offset += 8;
        List<OscMessage> messages = [];
        while (offset < datagram.Length)
        {
            var size = Whole(datagram, ref offset);
            Assert.True(size > 0 && size % 4 == 0 && offset + size <= datagram.Length);
            messages.Add(Read(datagram[offset..(offset + size)]));
            offset += size;
        }
        return [.. messages];
    }

    private static OscMessage Read(byte[] bytes)
    {
        var offset = 0;
        var (address, types) = (Text(bytes, ref offset), Text(bytes, ref offset));
        Assert.StartsWith("/", address, StringComparison.Ordinal);
        Assert.StartsWith(",", types, StringComparison.Ordinal);
        var arguments = new List<object>();
        foreach (var type in types[1..])
        {
            arguments.Add(type switch
            {
                'i' => Whole(bytes, ref offset),
                'f' => BitConverter.Int32BitsToSingle(Whole(bytes, ref offset)),
                's' => Text(bytes, ref offset),
                _ => throw new InvalidDataException($"type {type}"),
            });
        }
        Assert.Equal(bytes.Length, offset);
        return new OscMessage(address, types, [.. arguments]);
    }

    private static int Whole(byte[] bytes, ref int offset)
    {
        offset += 4;
        return BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(offset - 4));
    }

    private static string Text(byte[] bytes, ref int offset)
    {
        var end = Array.IndexOf(bytes, (byte)0, offset);
        var text = Encoding.ASCII.GetString(bytes, offset, end - offset);
        var next = (end / 4 + 1) * 4;
        Assert.All(bytes[end..next], padding => Assert.Equal(0, padding));
        offset = next;
        return text;
    }
}

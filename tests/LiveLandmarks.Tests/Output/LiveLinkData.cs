using System.Buffers.Binary;
using System.Text;

namespace LiveLandmarks.Tests.Output;

/// <summary>
/// Reads a packet of Live Link Face, version 6, field by field as Unreal Engine's archive in network order does, and checks what readers
/// with fixed places (PyLiveLinkFace) rely on: an id of 36 characters, and no count when there is no face.
/// </summary>
internal sealed class LiveLinkData
{
    private readonly byte[] bytes;
    private int offset;

    public LiveLinkData(byte[] datagram)
    {
        bytes = datagram;
        Assert.Equal(6, bytes[offset++]);
        Device = Text();
        Assert.Equal(36, Device.Length);
        Subject = Text();
        (Frame, Part) = (Whole(), Number());
        (Rate, Denominator) = (Whole(), Whole());
        if (offset == bytes.Length)
            return;
        Assert.Equal(61, bytes[offset++]);
        Values = [.. Enumerable.Range(0, 61).Select(_ => Number())];
        Assert.Equal(bytes.Length, offset);
    }

    public string Device { get; }

    public string Subject { get; }

    public int Frame { get; }

    public float Part { get; }

    public int Rate { get; }

    public int Denominator { get; }

    /// <summary>52 movements, then yaw, pitch and roll of the head, the left and the right eye; null without a face.</summary>
    public float[]? Values { get; }

    public float[] Head => Values![52..55];

    public float[] LeftEye => Values![55..58];

    public float[] RightEye => Values![58..61];

    private string Text()
    {
        var length = Whole();
        offset += length;
        return Encoding.UTF8.GetString(bytes, offset - length, length);
    }

    private int Whole()
    {
        offset += 4;
        return BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(offset - 4));
    }

    private float Number() => BitConverter.Int32BitsToSingle(Whole());
}

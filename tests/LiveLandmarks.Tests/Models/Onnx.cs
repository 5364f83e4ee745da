using Google.Protobuf;

namespace LiveLandmarks.Tests.Models;

/// <summary>Writes protobuf messages field by field, as onnx.proto numbers them.</summary>
internal static class Onnx
{
    private const int External = 1;

    /// <summary>A message of the given fields: numbers become varints; bytes become nested messages or strings.</summary>
    public static byte[] Message(params (int Field, object Value)[] fields)
    {
        using var stream = new MemoryStream();
        var output = new CodedOutputStream(stream);
        foreach (var (field, value) in fields)
        {
            if (value is int number)
            {
                output.WriteTag(field, WireFormat.WireType.Varint);
                output.WriteInt32(number);
            }
            else
            {
                output.WriteTag(field, WireFormat.WireType.LengthDelimited);
                output.WriteBytes(ByteString.CopyFrom((byte[])value));
            }
        }
        output.Flush();
        return stream.ToArray();
    }

    /// <summary>A model of IR version 8 with one graph of the given fields.</summary>
    public static byte[] Model(params (int Field, object Value)[] graph) => Message((1, 8), (7, Message(graph)));

    public static byte[] PlainTensor() => Message((1, 1), (2, 1), (8, "w"u8.ToArray()), (9, new byte[4]), (14, 0));

    /// <summary>A tensor marked as stored outside the file.</summary>
    public static byte[] ExternalTensor() => Message((1, 1), (2, 1), (8, "w"u8.ToArray()), (14, External));

    /// <summary>A tensor with an external location that is not marked as stored outside the file.</summary>
    public static byte[] TensorWithPlace() => Message((2, 1), (13, Message((1, "location"u8.ToArray()), (2, "/etc/passwd"u8.ToArray()))));
}

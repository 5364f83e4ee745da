using Google.Protobuf;
using LiveLandmarks.Training.Export.Schema;

namespace LiveLandmarks.Training.Export;

/// <summary>Makes the attributes of a node.</summary>
internal static class OnnxAttribute
{
    public static AttributeProto Of(string name, long value) =>
        new() { Name = name, I = value, Type = AttributeProto.Types.AttributeType.Int };

    public static AttributeProto Of(string name, float value) =>
        new() { Name = name, F = value, Type = AttributeProto.Types.AttributeType.Float };

    public static AttributeProto Of(string name, string value) =>
        new() { Name = name, S = ByteString.CopyFromUtf8(value), Type = AttributeProto.Types.AttributeType.String };

    public static AttributeProto Of(string name, params long[] values) =>
        new() { Name = name, Ints = { values }, Type = AttributeProto.Types.AttributeType.Ints };
}

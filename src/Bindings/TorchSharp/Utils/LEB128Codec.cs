namespace TorchSharp.Utils;

/// <summary>Whole numbers in seven bits a byte, the lowest first, with the eighth bit on all but the last.</summary>
internal static class LEB128Codec
{
    public static void Encode(this BinaryWriter writer, long value) => writer.Write7BitEncodedInt64(value);

    public static long Decode(this BinaryReader reader) => reader.Read7BitEncodedInt64();
}

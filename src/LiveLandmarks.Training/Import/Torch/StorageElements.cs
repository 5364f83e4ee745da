using System.Runtime.InteropServices;

namespace LiveLandmarks.Training.Import.Torch;

/// <summary>Turns the little-endian bytes of a storage into floats.</summary>
internal static class StorageElements
{
    public static float[] ToFloats(ElementType type, ReadOnlySpan<byte> bytes) => type switch
    {
        ElementType.Float => MemoryMarshal.Cast<byte, float>(bytes).ToArray(),
        ElementType.Half => Convert<Half>(bytes, value => (float)value),
        ElementType.Double => Convert<double>(bytes, value => (float)value),
        ElementType.Long => Convert<long>(bytes, value => value),
        ElementType.Int => Convert<int>(bytes, value => value),
        ElementType.Bool => Convert<byte>(bytes, value => value == 0 ? 0 : 1),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static float[] Convert<T>(ReadOnlySpan<byte> bytes, Func<T, float> convert)
        where T : unmanaged
    {
        var values = MemoryMarshal.Cast<byte, T>(bytes);
        var floats = new float[values.Length];
        for (var i = 0; i < floats.Length; i++)
            floats[i] = convert(values[i]);
        return floats;
    }
}

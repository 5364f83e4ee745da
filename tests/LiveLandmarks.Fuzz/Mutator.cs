using System.Buffers.Binary;

namespace LiveLandmarks.Fuzz;

/// <summary>Changes bytes, as damage or an attack would.</summary>
/// <param name="random">The source of the changes.</param>
internal sealed class Mutator(Random random)
{
    private const int Largest = 4 << 20;
    private const int Edge = 512;

    private static readonly long[] Extremes =
    [
        0, 1, -1, 2, 127, 128, 255, 256, 32767,
        32768, 65535, 65536, int.MaxValue, int.MinValue, uint.MaxValue,
        1L << 32, long.MaxValue, long.MinValue, 1L << 40, 16_777_216, 100_000,
    ];

    /// <summary>Changes an input.</summary>
    /// <param name="input">The input.</param>
    /// <param name="other">Another input to take parts from.</param>
    /// <param name="text">Whether the input is text.</param>
    public byte[] Mutate(byte[] input, byte[] other, bool text)
    {
        var changed = (byte[])input.Clone();
        do
        {
            changed = text && random.Next(4) > 0 ? new TextMutator(random).Mutate(changed) : Once(changed, other);
            if (changed.Length > Largest)
                changed = changed[..Largest];
        }
        while (random.Next(3) > 0);
        return changed;
    }

    private byte[] Once(byte[] input, byte[] other)
    {
        if (input.Length == 0)
            return other.Length > 0 ? other[..random.Next(1, other.Length + 1)] : [0];
        var at = Place(input.Length);
        var length = Math.Min(input.Length - at,
            random.Next(3) switch { 0 => random.Next(1, 9), 1 => random.Next(1, 257), _ => random.Next(1, input.Length + 1) });
        switch (random.Next(14))
        {
            case 0 or 1:
                input[at] ^= (byte)(1 << random.Next(8));
                return input;
            case 2:
                input[at] = (byte)random.Next(256);
                return input;
            case 3 or 4 or 5:
                Number(input.AsSpan(at));
                return input;
            case 6:
                return input[..at];
            case 7:
                return [.. input[..at], .. input[(at + length)..]];
            case 8:
                return [.. input[..(at + length)], .. input[at..]];
            case 9:
                return Repeated(input, at, Math.Min(length, 4096));
            case 10:
                input.AsSpan(at, length).Fill((byte)(random.Next(2) * 255));
                return input;
            case 11:
                random.NextBytes(input.AsSpan(at, Math.Min(length, 64)));
                return input;
            case 12:
                var from = random.Next(other.Length + 1);
                return [.. input[..at], .. other[from..]];
            default:
                var part = other.AsSpan(random.Next(other.Length + 1));
                part = part[..Math.Min(part.Length, Math.Min(length, input.Length - at))];
                part.CopyTo(input.AsSpan(at));
                return input;
        }
    }

    /// <summary>Prefers the start and the end of the input, where formats describe the rest.</summary>
    private int Place(int length) => random.Next(3) switch
    {
        0 => random.Next(Math.Min(length, Edge)),
        1 => length - 1 - random.Next(Math.Min(length, Edge)),
        _ => random.Next(length),
    };

    private byte[] Repeated(byte[] input, int at, int length)
    {
        var times = random.Next(2, 200);
        var block = input.AsSpan(at, length);
        var result = new byte[input.Length + times * length];
        input.AsSpan(0, at).CopyTo(result);
        for (var i = 0; i < times; i++)
            block.CopyTo(result.AsSpan(at + i * length));
        input.AsSpan(at).CopyTo(result.AsSpan(at + times * length));
        return result;
    }

    private void Number(Span<byte> place)
    {
        var value = Extremes[random.Next(Extremes.Length)];
        Span<byte> bytes = stackalloc byte[8];
        var size = 1 << random.Next(4);
        if (random.Next(2) == 0)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
            bytes = bytes[..size];
        }
        else
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes, value);
            bytes = bytes[^size..];
        }
        bytes[..Math.Min(size, place.Length)].CopyTo(place);
    }
}

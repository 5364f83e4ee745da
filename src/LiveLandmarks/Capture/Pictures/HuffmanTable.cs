using System.Diagnostics.CodeAnalysis;

namespace LiveLandmarks.Capture.Pictures;

/// <summary>A Huffman table of a JPEG file (ITU-T T.81, annex C).</summary>
internal sealed class HuffmanTable
{
    private const int LongestCode = 16, FastBits = 9;

    // Indexed by the first bits of the stream: length * 256 + symbol, or 0 if the code is longer.
    private readonly ushort[] fast = new ushort[1 << FastBits];
    private readonly byte[] symbols;
    // Indexed by length: the code after the last code of that length, and the offset from a code to the index of its symbol.
    private readonly int[] ends = new int[LongestCode + 1];
    private readonly int[] offsets = new int[LongestCode + 1];

    private HuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        this.symbols = symbols.ToArray();
        var (code, place) = (0, 0);
        for (var length = 1; length <= LongestCode; length++)
        {
            offsets[length] = place - code;
            for (var i = 0; i < counts[length - 1]; i++, code++, place++)
            {
                if (length <= FastBits)
                    fast.AsSpan(code << (FastBits - length), 1 << (FastBits - length)).Fill((ushort)(length << 8 | symbols[place]));
            }
            ends[length] = code;
            code <<= 1;
        }
    }

    /// <summary>Reads a table.</summary>
    /// <param name="bytes">The segment, starting at the 16 numbers of codes; advanced past the table.</param>
    /// <param name="table">The table.</param>
    /// <returns>Whether there is a table with valid codes.</returns>
    public static bool TryRead(ref ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out HuffmanTable? table)
    {
        table = null;
        if (bytes.Length < LongestCode)
            return false;
        var counts = bytes[..LongestCode];
        var (codes, symbols) = (0, 0);
        for (var length = 1; length <= LongestCode; length++)
        {
            symbols += counts[length - 1];
            codes = 2 * codes + counts[length - 1];
            if (codes > 1 << length)
                return false;
        }
        if (symbols > 256 || bytes.Length < LongestCode + symbols)
            return false;
        table = new HuffmanTable(counts, bytes.Slice(LongestCode, symbols));
        bytes = bytes[(LongestCode + symbols)..];
        return true;
    }

    /// <summary>Reads the next symbol of a stream.</summary>
    /// <param name="bits">The stream.</param>
    /// <returns>0 to 255; -1 if no code matches.</returns>
    public int Next(ref JpegBits bits)
    {
        var ahead = bits.Peek();
        if (fast[ahead >> (LongestCode - FastBits)] is not 0 and var entry)
        {
            bits.Skip(entry >> 8);
            return entry & 0xFF;
        }
        for (var length = FastBits + 1; length <= LongestCode; length++)
        {
            var code = ahead >> (LongestCode - length);
            if (code >= ends[length])
                continue;
            bits.Skip(length);
            return (code + offsets[length]) is >= 0 and var place && place < symbols.Length ? symbols[place] : -1;
        }
        return -1;
    }
}

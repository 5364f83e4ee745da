using System.Buffers.Binary;

namespace LiveLandmarks.Capture.Pictures;

/// <summary>
/// Finds out whether a JPEG file is whole. Decoders paint what is missing grey, or smear what is damaged over the rest, and say nothing
/// that a program could hear. What follows the picture, such as another one, and thumbnails in its header do not count.
/// </summary>
internal static class JpegCheck
{
    /// <summary>Looks at a file.</summary>
    /// <param name="bytes">The file, from its start-of-image marker on.</param>
    /// <returns>What is wrong: "truncated" or "damaged"; null for nothing.</returns>
    public static string? FaultOf(ReadOnlySpan<byte> bytes)
    {
        const string Truncated = "truncated", Damaged = "damaged";
        var tables = new HuffmanTable?[8];
        var (frame, restartInterval, scans) = (default(JpegFrame), 0, 0);
        for (var segments = new JpegSegments(bytes); segments.Next();)
        {
            var content = segments.Content;
            switch (segments.Marker)
            {
                case JpegMarker.EndOfImage:
                    return scans > 0 ? null : Truncated;
                case JpegMarker.HuffmanTables:
                    if (!ReadTables(content, tables))
                        return Damaged;
                    break;
                case JpegMarker.RestartInterval when content.Length >= 2:
                    restartInterval = BinaryPrimitives.ReadUInt16BigEndian(content);
                    break;
                case JpegMarker.StartOfScan:
                    scans++;
                    // Other kinds than Huffman-coded ones are only gone through for their end.
                    if (frame is null || JpegScan.Read(frame, content, tables) is not { } scan)
                        break;
                    var bits = new JpegBits(bytes, segments.Position);
                    if (!scan.IsWhole(ref bits, restartInterval))
                        return EndsWithoutMarker(bytes, segments.Position) ? Truncated : Damaged;
                    segments.Position = bits.Position;
                    break;
                case var start when JpegMarker.IsStartOfFrame(start):
                    frame = JpegFrame.Read(start, content);
                    break;
            }
        }
        return Truncated;
    }

    private static bool ReadTables(ReadOnlySpan<byte> content, HuffmanTable?[] tables)
    {
        while (content.Length > 0)
        {
            var (kind, number) = (content[0] >> 4, content[0] & 15);
            content = content[1..];
            if (kind > 1 || number > 3 || !HuffmanTable.TryRead(ref content, out var table))
                return false;
            tables[4 * kind + number] = table;
        }
        return true;
    }

    private static bool EndsWithoutMarker(ReadOnlySpan<byte> bytes, int from)
    {
        for (var segments = new JpegSegments(bytes) { Position = from }; segments.Next();)
        {
            if (segments.Marker == JpegMarker.EndOfImage)
                return false;
        }
        return true;
    }
}

using System.Buffers.Binary;

namespace LiveLandmarks.Capture.Pictures;

/// <summary>
/// Checks whether a JPEG file is complete. Decoders paint missing parts gray or smear damaged parts over the rest, and report nothing that
/// a program could notice. Data after the picture, such as another picture, and thumbnails in its header are ignored.
/// </summary>
internal static class JpegCheck
{
    /// <summary>Checks a file.</summary>
    /// <param name="bytes">The file, starting at its start-of-image marker.</param>
    /// <returns>The fault: "truncated" or "damaged"; null if there is none.</returns>
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
                    // Pictures that are not Huffman-coded are only searched for their end.
                    if (frame is null || JpegScan.Read(frame, content, tables) is not { } scan)
                        break;
                    var bits = new JpegBits(bytes, segments.Position);
                    if (!scan.IsComplete(ref bits, restartInterval))
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

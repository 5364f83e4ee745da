using System.Buffers.Binary;

namespace LiveLandmarks.Capture.Pictures;

/// <summary>Iterates over the segments of a JPEG file; skips everything between them, including entropy-coded data.</summary>
/// <param name="bytes">The file, starting at its start-of-image marker.</param>
internal ref struct JpegSegments(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>Where to look for the next segment.</summary>
    public int Position { get; set; } = 2;

    /// <summary>The segment's marker.</summary>
    public byte Marker { get; private set; }

    /// <summary>Content of the segment after the length; of a scan, only its header.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>Moves to the next segment.</summary>
    /// <returns>False at the end of the file, also if it ends within a segment.</returns>
    public bool Next()
    {
        while (Position < bytes.Length)
        {
            var skipped = bytes[Position..].IndexOf((byte)0xFF);
            if (skipped < 0)
                break;
            var at = Position + skipped + 1;
            while (at < bytes.Length && bytes[at] == 0xFF)
                at++;
            if (at >= bytes.Length)
                break;
            Position = at + 1;
            Marker = bytes[at];
            Content = [];
            // 0: an 0xFF within the entropy-coded data.
            if (Marker == 0)
                continue;
            if (JpegMarker.StandsAlone(Marker))
                return true;
            if (Position + 2 > bytes.Length)
                break;
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[Position..]);
            if (length < 2 || Position + length > bytes.Length)
                break;
            Content = bytes.Slice(Position + 2, length - 2);
            Position += length;
            return true;
        }
        Position = bytes.Length;
        return false;
    }
}

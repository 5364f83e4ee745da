using System.Buffers.Binary;

namespace LiveLandmarks.Capture.Pictures;

/// <summary>Goes through the segments of a JPEG file; what lies between them, entropy-coded data included, is passed over.</summary>
/// <param name="bytes">The file, from its start-of-image marker on.</param>
internal ref struct JpegSegments(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>Where the next segment is looked for.</summary>
    public int Position { get; set; } = 2;

    /// <summary>The segment's marker.</summary>
    public byte Marker { get; private set; }

    /// <summary>What is in it, behind the length; of a scan its header alone.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>Goes on to the next segment.</summary>
    /// <returns>False where the file ends, within a segment or without one.</returns>
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
            // 0: an 0xFF of the entropy-coded data.
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

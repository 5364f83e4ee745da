using System.Buffers.Binary;

namespace LiveLandmarks.Ffmpeg;

/// <summary>
/// Reads the pictures of a Matroska stream with one track of raw video, the form in which ffmpeg delivers pictures with their times (RFC
/// 9559, RFC 8794). Supports only what ffmpeg writes to a pipe. Not thread-safe.
/// </summary>
/// <param name="input">The stream, from its start; buffered, because it is read byte by byte between pictures. Not disposed here.</param>
internal sealed class MatroskaReader(BufferedStream input)
{
    private const long Unknown = -1;
    private const int BlockHeaderSize = 4;
    private const int LargestSide = 1 << 16;
    private const long LargestScale = 1_000_000_000; // a second

    private readonly byte[] bytes = new byte[8];
    private long scale = 1_000_000; // nanoseconds
    private long cluster;
    private long rest;

    /// <summary>Width of the pictures in pixels; 0 until the first one is found.</summary>
    public int Width { get; private set; }

    /// <summary>Height of the pictures in pixels.</summary>
    public int Height { get; private set; }

    /// <summary>The time between pictures as the track states it; null if it states none.</summary>
    public TimeSpan? FrameTime { get; private set; }

    /// <summary>Moves to the next picture, whose bytes <see cref="Read"/> then reads.</summary>
    /// <param name="time">Time of the picture.</param>
    /// <param name="size">Size of the picture in bytes.</param>
    /// <returns>False at the end of the stream.</returns>
    /// <exception cref="EndOfStreamException">The stream ends within an element.</exception>
    /// <exception cref="InvalidDataException">The stream is not of this kind.</exception>
    public bool Next(out TimeSpan time, out long size)
    {
        Skip(rest);
        while (ReadId(out var id))
        {
            var length = ReadNumber(keepMarker: false);
            switch (id)
            {
                // Containers: their content comes next.
                case MatroskaElement.Segment or MatroskaElement.Info or MatroskaElement.Tracks or MatroskaElement.TrackEntry
                    or MatroskaElement.Video
                    or MatroskaElement.Cluster or MatroskaElement.BlockGroup:
                    break;
                case MatroskaElement.TimestampScale:
                    scale = ReadInteger(length, LargestScale);
                    break;
                case MatroskaElement.DefaultDuration:
                    FrameTime = TimeSpan.FromTicks(ReadInteger(length) / TimeSpan.NanosecondsPerTick);
                    break;
                case MatroskaElement.PixelWidth:
                    Width = (int)ReadInteger(length, LargestSide);
                    break;
                case MatroskaElement.PixelHeight:
                    Height = (int)ReadInteger(length, LargestSide);
                    break;
                case MatroskaElement.Timestamp:
                    cluster = ReadInteger(length, long.MaxValue / LargestScale / 2);
                    break;
                case MatroskaElement.SimpleBlock or MatroskaElement.Block:
                    input.ReadExactly(bytes, 0, BlockHeaderSize);
                    // Track number, time relative to the cluster, flags.
                    time = TimeSpan.FromTicks(
                        (cluster + BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(1))) * scale / TimeSpan.NanosecondsPerTick);
                    rest = size = length >= BlockHeaderSize
                        ? length - BlockHeaderSize
                        : throw new InvalidDataException($"A Matroska block of {length} bytes.");
                    return true;
                default:
                    Skip(length);
                    break;
            }
        }
        (time, size) = (TimeSpan.Zero, 0);
        return false;
    }

    /// <summary>Reads the next part of the picture.</summary>
    /// <param name="destination">Receives the bytes.</param>
    /// <exception cref="EndOfStreamException">The stream ends within the picture.</exception>
    public void Read(Span<byte> destination)
    {
        input.ReadExactly(destination);
        rest -= destination.Length;
    }

    private bool ReadId(out MatroskaElement id)
    {
        id = default;
        var first = input.ReadByte();
        if (first < 0)
            return false;
        id = (MatroskaElement)ReadNumber(keepMarker: true, first);
        return true;
    }

    /// <summary>Reads a number; the leading zeros of its first byte give the number of further bytes.</summary>
    private long ReadNumber(bool keepMarker, int first = -1)
    {
        if (first < 0)
            first = input.ReadByte() is >= 0 and var read ? read : throw new EndOfStreamException();
        var more = int.LeadingZeroCount(first) - 24;
        if (more > 7)
            throw new InvalidDataException("Not a Matroska number.");
        long number = keepMarker ? first : first & (0x7f >> more);
        var ones = !keepMarker && number == 0x7f >> more;
        for (var i = 0; i < more; i++)
        {
            var next = input.ReadByte() is >= 0 and var read ? read : throw new EndOfStreamException();
            ones &= next == 0xff;
            number = (number << 8) | (uint)next;
        }
        return ones ? Unknown : number;
    }

    /// <summary>Reads an unsigned integer of at most eight bytes that is not above the given limit.</summary>
    private long ReadInteger(long length, long most = long.MaxValue)
    {
        if (length is < 0 or > sizeof(long))
            throw new InvalidDataException($"A Matroska integer of {length} bytes.");
        long value = 0;
        for (var i = 0; i < length; i++)
            value = (value << 8) | (input.ReadByte() is >= 0 and var read ? (uint)read : throw new EndOfStreamException());
        return value >= 0 && value <= most
            ? value
            : throw new InvalidDataException($"A Matroska integer of {(ulong)value}, above the limit of {most}.");
    }

    private void Skip(long length)
    {
        Span<byte> ignored = stackalloc byte[1024];
        while (length > 0)
        {
            var part = ignored[..(int)Math.Min(length, ignored.Length)];
            input.ReadExactly(part);
            length -= part.Length;
        }
        rest = 0;
    }
}

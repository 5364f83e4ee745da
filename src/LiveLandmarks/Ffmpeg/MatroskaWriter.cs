using System.Buffers.Binary;
using OpenCvSharp;

namespace LiveLandmarks.Ffmpeg;

/// <summary>
/// Writes pictures with their times as a Matroska stream with one track of raw video, for ffmpeg to read (RFC 9559, RFC 8794).
/// Times are accurate to a microsecond. Not thread-safe.
/// </summary>
public sealed class MatroskaWriter
{
    private const int NanosecondsPerUnit = 1000;
    private const ulong UnknownSize = 0x01FF_FFFF_FFFF_FFFF;

    private readonly Stream output;
    private readonly byte[] beforePicture;
    private readonly int timeAt;

    /// <summary>Writes everything that comes before the first picture.</summary>
    /// <param name="output">The stream to write to; not disposed here.</param>
    /// <param name="size">Size of the pictures in pixels.</param>
    /// <param name="framesPerSecond">Nominal frame rate.</param>
    public MatroskaWriter(Stream output, Size size, double framesPerSecond)
    {
        this.output = output;
        output.Write(Element(MatroskaElement.Header, Element(MatroskaElement.DocType, "matroska"u8.ToArray())));
        output.Write([.. Id(MatroskaElement.Segment), .. Number(UnknownSize)]);
        output.Write(Element(MatroskaElement.Info, Element(MatroskaElement.TimestampScale, Number(NanosecondsPerUnit))));
        output.Write(Element(MatroskaElement.Tracks, Element(
            MatroskaElement.TrackEntry,
            Element(MatroskaElement.TrackNumber, Number(1)),
            Element(MatroskaElement.TrackUid, Number(1)),
            Element(MatroskaElement.TrackType, Number(1)),
            Element(MatroskaElement.CodecId, "V_UNCOMPRESSED"u8.ToArray()),
            Element(MatroskaElement.DefaultDuration, Number((ulong)(1e9 / framesPerSecond))),
            Element(
                MatroskaElement.Video,
                Element(MatroskaElement.PixelWidth, Number((ulong)size.Width)),
                Element(MatroskaElement.PixelHeight, Number((ulong)size.Height)),
                Element(MatroskaElement.ColorSpace, [(byte)'B', (byte)'G', (byte)'R', 24])))));

        // Every picture is its own cluster, which carries the full time. Its block contains the track number, the time relative to the
        // cluster, and the key frame flag.
        var time = Element(MatroskaElement.Timestamp, Number(0));
        byte[] start = [0x81, 0, 0, 0x80];
        var picture = start.Length + 3L * size.Width * size.Height;
        byte[] block = [.. Id(MatroskaElement.SimpleBlock), .. Size(picture), .. start];
        beforePicture = [.. Id(MatroskaElement.Cluster), .. Size(time.Length + block.Length - start.Length + picture), .. time, .. block];
        timeAt = beforePicture.Length - block.Length - sizeof(ulong);
    }

    /// <summary>Writes a picture.</summary>
    /// <param name="image">BGR, 8 bits, of the size given to the constructor.</param>
    /// <param name="time">Time of the picture, from 0.</param>
    public unsafe void Write(Mat image, TimeSpan time)
    {
        BinaryPrimitives.WriteInt64BigEndian(beforePicture.AsSpan(timeAt), time.Ticks * TimeSpan.NanosecondsPerTick / NanosecondsPerUnit);
        output.Write(beforePicture);
        var (row, rows) = (3 * image.Cols, image.Rows);
        if (image.IsContinuous())
        {
            output.Write(new ReadOnlySpan<byte>((void*)image.Data, row * rows));
            return;
        }
        for (var y = 0; y < rows; y++)
            output.Write(new ReadOnlySpan<byte>((void*)image.Ptr(y), row));
    }

    private static byte[] Element(MatroskaElement id, params byte[][] content)
    {
        byte[] inside = [.. content.SelectMany(part => part)];
        return [.. Id(id), .. Size(inside.Length), .. inside];
    }

    private static byte[] Id(MatroskaElement id) => Number((uint)id)[^IdLength(id)..];

    private static int IdLength(MatroskaElement id) => (uint)id switch
    {
        <= 0xFF => 1,
        <= 0xFFFF => 2,
        <= 0xFF_FFFF => 3,
        _ => 4,
    };

    /// <summary>A size in its longest form, eight bytes.</summary>
    private static byte[] Size(long size) => Number((1UL << 56) | (ulong)size);

    private static byte[] Number(ulong value)
    {
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes;
    }
}

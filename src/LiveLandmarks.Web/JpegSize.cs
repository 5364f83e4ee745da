using System.Buffers.Binary;

namespace LiveLandmarks.Web;

/// <summary>
/// Reads a JPEG's size (ITU-T T.81, annex B) without decoding it, so that a small file cannot cause the decoding of a huge picture.
/// Accepts sequential JPEGs only, as browsers write them: a progressive one can have thousands of scans, each of which costs a pass.
/// </summary>
internal static class JpegSize
{
    private const byte StartOfImage = 0xD8, StartOfScan = 0xDA, EndOfImage = 0xD9, Baseline = 0xC0, Extended = 0xC1;

    /// <summary>The size in pixels; null if this is not a sequential JPEG with 8 bits per sample.</summary>
    /// <param name="jpeg">The whole file.</param>
    public static (int Width, int Height)? Read(ReadOnlySpan<byte> jpeg)
    {
        if (jpeg.Length < 2 || jpeg[0] != 0xFF || jpeg[1] != StartOfImage)
            return null;
        var rest = jpeg[2..];
        while (rest.Length >= 4 && rest[0] == 0xFF)
        {
            var marker = rest[1];
            if (marker == 0xFF)
            {
                rest = rest[1..];
                continue;
            }
            if (marker is StartOfScan or EndOfImage)
                return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (length < 2 || rest.Length < 2 + length)
                return null;
            if (IsFrame(marker))
                return marker is Baseline or Extended ? ReadFrame(rest.Slice(4, length - 2)) : null;
            rest = rest[(2 + length)..];
        }
        return null;
    }

    /// <summary>Whether a marker starts a frame. C4, C8 and CC lie in the range of frame markers but are not frames.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static (int, int)? ReadFrame(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 6 || frame[0] != 8 || frame[5] is not (1 or 3))
            return null;
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));
        return width > 0 && height > 0 ? (width, height) : null;
    }
}

using System.Buffers.Binary;
using OpenCvSharp;

namespace LiveLandmarks.Capture.Pictures;

/// <summary>How a picture is stored, in Exif's numbers: 1 upright, 2 mirrored, 3 upside down, 4 both; 5 to 8 lie on their side.</summary>
internal static class PictureOrientation
{
    private const int Upright = 1;
    private const ushort Tag = 0x0112;
    private const ushort Short = 3, Long = 4;

    /// <summary>Reads the orientation.</summary>
    /// <param name="exif">Exif data, starting at its byte order mark; may be empty or damaged.</param>
    /// <returns>1 to 8; 1 if the data states nothing else.</returns>
    public static int In(ReadOnlySpan<byte> exif)
    {
        const int Entry = 12;
        if (exif.Length < 8 || !(exif.StartsWith("II"u8) || exif.StartsWith("MM"u8)))
            return Upright;
        var little = exif[0] == 'I';
        var directory = Number32(exif[4..], little);
        if (directory > exif.Length - 2)
            return Upright;
        var entries = exif[(int)directory..];
        var count = Number16(entries, little);
        for (var i = 0; i < count && 2 + (i + 1) * Entry <= entries.Length; i++)
        {
            var entry = entries.Slice(2 + i * Entry, Entry);
            if (Number16(entry, little) != Tag)
                continue;
            var value = Number16(entry[2..], little) switch
            {
                Short => Number16(entry[8..], little),
                Long => Number32(entry[8..], little),
                _ => 0u,
            };
            return value is >= 1 and <= 8 ? (int)value : Upright;
        }
        return Upright;
    }

    /// <summary>Makes a picture upright.</summary>
    /// <param name="picture">The picture as stored; changed in place, or replaced if it lies on its side.</param>
    /// <param name="orientation">1 to 8.</param>
    /// <returns>The upright picture, which may be the same object; otherwise the given one is disposed.</returns>
    public static Mat Apply(Mat picture, int orientation)
    {
        if (orientation >= 5)
        {
            var turned = new Mat();
            using (picture)
                Cv2.Transpose(picture, turned);
            picture = turned;
        }
        if (FlipAfterTransposing(orientation) is { } mode)
            Cv2.Flip(picture, picture, mode);
        return picture;
    }

    private static FlipMode? FlipAfterTransposing(int orientation) => orientation switch
    {
        2 or 6 => FlipMode.Y,
        3 or 7 => FlipMode.XY,
        4 or 8 => FlipMode.X,
        _ => null,
    };

    private static uint Number16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Number32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}

using System.Buffers.Binary;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Capture;

/// <summary>Pictures of four colors whose Exif data gives the orientation.</summary>
internal static class ExifPicture
{
    public const int Width = 64, Height = 48;

    // Red, green; blue, yellow in stored order.
    private static readonly Scalar[] Colors = [new(0, 0, 255), new(0, 255, 0), new(255, 0, 0), new(0, 255, 255)];

    /// <summary>A picture with the corners red, green, blue and yellow, row by row.</summary>
    public static Mat Quarters()
    {
        var picture = new Mat(Height, Width, MatType.CV_8UC3);
        for (var i = 0; i < 4; i++)
            Cv2.Rectangle(picture, new Rect(i % 2 * Width / 2, i / 2 * Height / 2, Width / 2, Height / 2), Colors[i], -1);
        return picture;
    }

    /// <summary>The corners' initials, row by row.</summary>
    public static string CornersOf(Mat picture)
    {
        var (right, bottom) = (picture.Cols - 5, picture.Rows - 5);
        return string.Concat(new[] { (4, 4), (4, right), (bottom, 4), (bottom, right) }.Select(
            place => Initial(picture.At<Vec3b>(place.Item1, place.Item2))));
    }

    public static byte[] Encoded(string extension)
    {
        using var picture = Quarters();
        Cv2.ImEncode(extension, picture, out var bytes, new ImageEncodingParam(ImwriteFlags.JpegQuality, 100),
            new ImageEncodingParam(ImwriteFlags.WebPQuality, 101));
        return bytes;
    }

    /// <summary>Exif data that holds only the orientation.</summary>
    public static byte[] Exif(int orientation, bool little = true)
    {
        var data = new byte[26];
        (little ? "II"u8 : "MM"u8).CopyTo(data);
        Put16(2, 42);
        Put32(4, 8);
        Put16(8, 1);
        Put16(10, 0x0112);
        Put16(12, 3);
        Put32(14, 1);
        Put16(18, orientation);
        return data;

        void Put16(int at, int value)
        {
            if (little)
                BinaryPrimitives.WriteUInt16LittleEndian(data.AsSpan(at), (ushort)value);
            else
                BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(at), (ushort)value);
        }

        void Put32(int at, uint value)
        {
            if (little)
                BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(at), value);
            else
                BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(at), value);
        }
    }

    /// <summary>The picture with Exif data, in a format that supports it.</summary>
    public static byte[] With(string extension, byte[] exif) => extension switch
    {
        ".jpg" => Jpeg(exif),
        ".png" => Png(exif),
        ".webp" => WebP(exif),
        ".jp2" => Jpeg2000(exif),
        _ => throw new ArgumentOutOfRangeException(nameof(extension)),
    };

    /// <summary>An uncompressed TIFF picture; the orientation is one of its tags.</summary>
    public static byte[] Tiff(int orientation)
    {
        const int Entries = 10, Directory = 8, Pixels = Directory + 2 + 12 * Entries + 4 + 6;
        (ushort Tag, ushort Type, uint Count, uint Value)[] tags =
        [
            (0x100, 3, 1, Width), (0x101, 3, 1, Height), (0x102, 3, 3, Pixels - 6), (0x103, 3, 1, 1), (0x106, 3, 1, 2),
            (0x111, 4, 1, Pixels), (0x112, 3, 1, (uint)orientation), (0x115, 3, 1, 3), (0x116, 3, 1, Height),
            (0x117, 4, 1, Width * Height * 3),
        ];
        var bytes = new byte[Pixels + Width * Height * 3];
        "II*\0"u8.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), Directory);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(Directory), Entries);
        for (var i = 0; i < Entries; i++)
        {
            var entry = bytes.AsSpan(Directory + 2 + 12 * i);
            BinaryPrimitives.WriteUInt16LittleEndian(entry, tags[i].Tag);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], tags[i].Type);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], tags[i].Count);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], tags[i].Value);
        }
        for (var i = 0; i < 3; i++)
            bytes[Pixels - 6 + 2 * i] = 8;
        using var picture = Quarters();
        for (var i = 0; i < Width * Height; i++)
        {
            var pixel = picture.At<Vec3b>(i / Width, i % Width);
            (bytes[Pixels + 3 * i], bytes[Pixels + 3 * i + 1], bytes[Pixels + 3 * i + 2]) = (pixel.Item2, pixel.Item1, pixel.Item0);
        }
        return bytes;
    }

    private static byte[] Jpeg(byte[] exif)
    {
        var whole = Encoded(".jpg");
        return [.. whole[..2], 0xFF, 0xE1, 0, (byte)(2 + 6 + exif.Length), .. "Exif\0\0"u8, .. exif, .. whole[2..]];
    }

    private static byte[] Png(byte[] exif)
    {
        var whole = Encoded(".png");
        byte[] chunk = [.. "eXIf"u8, .. exif];
        return [.. whole[..33], 0, 0, 0, (byte)exif.Length, .. chunk, .. Crc(chunk), .. whole[33..]];
    }

    private static byte[] Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }
        var result = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(result, ~crc);
        return result;
    }

    private static byte[] WebP(byte[] exif)
    {
        byte[] chunks =
        [
            .. "WEBPVP8X"u8, 10, 0, 0, 0, 8, 0, 0, 0, Width - 1, 0, 0, Height - 1, 0, 0, .. Encoded(".webp")[12..], .. "EXIF"u8,
            (byte)exif.Length, 0, 0, 0, .. exif,
        ];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(chunks.Length), .. chunks];
    }

    private static byte[] Jpeg2000(byte[] exif)
    {
        var whole = Encoded(".jp2");
        // After the signature box and the file type box.
        var at = 12 + BinaryPrimitives.ReadInt32BigEndian(whole.AsSpan(12));
        return [.. whole[..at], 0, 0, 0, (byte)(24 + exif.Length), .. "uuidJpgTiffExif->JP2"u8, .. exif, .. whole[at..]];
    }

    private static char Initial(Vec3b color) => (color.Item0 > 128, color.Item1 > 128, color.Item2 > 128) switch
    {
        (false, false, true) => 'r',
        (false, true, false) => 'g',
        (true, false, false) => 'b',
        (false, true, true) => 'y',
        _ => '?',
    };
}

namespace OpenCvSharp;

/// <content>Image files and encoded images in memory.</content>
public static partial class Cv2
{
    /// <summary>Reads an image file; the result is empty if it cannot be read.</summary>
    public static Mat ImRead(string fileName, ImreadModes flags = ImreadModes.Color)
    {
        if (string.IsNullOrEmpty(fileName))
            throw new ArgumentNullException(nameof(fileName));
        NativeMethods.Check(NativeMethods.shim_imread(fileName, (int)flags, out var image));
        return Mat.Own(image);
    }

    /// <summary>Writes an image file in the format its extension names; says whether that worked.</summary>
    public static unsafe bool ImWrite(string fileName, Mat img, int[]? prms = null)
    {
        if (string.IsNullOrEmpty(fileName))
            throw new ArgumentNullException(nameof(fileName));
        ArgumentNullException.ThrowIfNull(img);
        int written;
        fixed (int* values = prms)
        {
            NativeMethods.Check(
                NativeMethods.shim_imwrite(fileName, img.Handle, values, prms?.Length ?? 0, out written));
        }

        GC.KeepAlive(img);
        return written != 0;
    }

    /// <summary>Writes an image file in the format its extension names; says whether that worked.</summary>
    public static bool ImWrite(string fileName, Mat img, params ImageEncodingParam[] prms) =>
        ImWrite(fileName, img, ImageEncodingParam.Flatten(prms));

    /// <summary>Decodes an image; the result is empty if it cannot be decoded.</summary>
    public static Mat ImDecode(Mat buf, ImreadModes flags)
    {
        ArgumentNullException.ThrowIfNull(buf);
        NativeMethods.Check(NativeMethods.shim_imdecode(new NativeInput(buf.Handle), (int)flags, out var image));
        GC.KeepAlive(buf);
        return Mat.Own(image);
    }

    /// <summary>Decodes an image; the result is empty if it cannot be decoded.</summary>
    public static Mat ImDecode(InputArray buf, ImreadModes flags)
    {
        Require(buf);
        NativeMethods.Check(NativeMethods.shim_imdecode(In(buf), (int)flags, out var image));
        GC.KeepAlive(buf);
        return Mat.Own(image);
    }

    /// <summary>Decodes an image; the result is empty if it cannot be decoded.</summary>
    public static Mat ImDecode(byte[] buf, ImreadModes flags)
    {
        ArgumentNullException.ThrowIfNull(buf);
        return ImDecode(new ReadOnlySpan<byte>(buf), flags);
    }

    /// <summary>Decodes an image; the result is empty if it cannot be decoded.</summary>
    public static unsafe Mat ImDecode(ReadOnlySpan<byte> span, ImreadModes flags)
    {
        if (span.IsEmpty)
            throw new ArgumentException("There is nothing to decode.", nameof(span));
        nint image;
        fixed (byte* bytes = span)
            NativeMethods.Check(NativeMethods.shim_imdecode_bytes(bytes, span.Length, (int)flags, out image));
        return Mat.Own(image);
    }

    /// <summary>Encodes an image in the format an extension such as ".png" names; says whether that worked.</summary>
    public static unsafe bool ImEncode(string ext, InputArray img, out byte[] buf, int[]? prms = null)
    {
        if (string.IsNullOrEmpty(ext))
            throw new ArgumentNullException(nameof(ext));
        Require(img);
        nint bytes;
        int encoded;
        fixed (int* values = prms)
        {
            NativeMethods.Check(NativeMethods.shim_imencode(
                ext, In(img), values, prms?.Length ?? 0, out bytes, out encoded));
        }

        GC.KeepAlive(img);
        try
        {
            var count = checked((int)NativeMethods.shim_bytes_size(bytes));
            buf = new ReadOnlySpan<byte>(NativeMethods.shim_bytes_data(bytes), count).ToArray();
        }
        finally
        {
            NativeMethods.shim_bytes_delete(bytes);
        }

        return encoded != 0;
    }

    /// <summary>Encodes an image in the format an extension such as ".png" names.</summary>
    public static void ImEncode(string ext, InputArray img, out byte[] buf, params ImageEncodingParam[] prms) =>
        ImEncode(ext, img, out buf, ImageEncodingParam.Flatten(prms));
}

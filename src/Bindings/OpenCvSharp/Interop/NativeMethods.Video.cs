using System.Runtime.InteropServices;

namespace OpenCvSharp;

internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    public static partial int shim_capture_new(out nint result);

    [LibraryImport(Library)]
    public static partial void shim_capture_delete(nint capture);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int shim_capture_open_file(nint capture, string file, int api, out int opened);

    [LibraryImport(Library)]
    public static partial int shim_capture_open_index(nint capture, int index, int api, out int opened);

    [LibraryImport(Library)]
    public static partial int shim_capture_is_opened(nint capture, out int opened);

    [LibraryImport(Library)]
    public static partial int shim_capture_release(nint capture);

    [LibraryImport(Library)]
    public static partial int shim_capture_read(nint capture, nint frame, out int read);

    [LibraryImport(Library)]
    public static partial int shim_capture_grab(nint capture, out int grabbed);

    [LibraryImport(Library)]
    public static partial int shim_capture_retrieve(nint capture, nint frame, int flag, out int retrieved);

    [LibraryImport(Library)]
    public static partial int shim_capture_get(nint capture, int property, out double value);

    [LibraryImport(Library)]
    public static partial int shim_capture_set(nint capture, int property, double value, out int accepted);

    [LibraryImport(Library)]
    public static partial int shim_capture_backend(nint capture, out nint name);

    [LibraryImport(Library)]
    public static partial int shim_writer_new(out nint result);

    [LibraryImport(Library)]
    public static partial void shim_writer_delete(nint writer);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int shim_writer_open(
        nint writer, string file, int api, int fourcc, double fps, Size size, int color, out int opened);

    [LibraryImport(Library)]
    public static partial int shim_writer_is_opened(nint writer, out int opened);

    [LibraryImport(Library)]
    public static partial int shim_writer_release(nint writer);

    [LibraryImport(Library)]
    public static partial int shim_writer_write(nint writer, in NativeInput frame);

    [LibraryImport(Library)]
    public static partial int shim_writer_get(nint writer, int property, out double value);

    [LibraryImport(Library)]
    public static partial int shim_writer_set(nint writer, int property, double value, out int accepted);

    [LibraryImport(Library)]
    public static partial int shim_writer_backend(nint writer, out nint name);
}

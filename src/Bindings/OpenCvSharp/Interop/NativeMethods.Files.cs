using System.Runtime.InteropServices;

namespace OpenCvSharp;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int shim_imread(string file, int flags, out nint result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int shim_imwrite(string file, nint img, int* values, int count, out int written);

    [LibraryImport(Library)]
    public static partial int shim_imdecode(in NativeInput buffer, int flags, out nint result);

    [LibraryImport(Library)]
    public static partial int shim_imdecode_bytes(byte* bytes, int count, int flags, out nint result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int shim_imencode(
        string extension, in NativeInput img, int* values, int count, out nint result, out int encoded);

    [LibraryImport(Library)]
    public static partial long shim_bytes_size(nint bytes);

    [LibraryImport(Library)]
    public static partial byte* shim_bytes_data(nint bytes);

    [LibraryImport(Library)]
    public static partial void shim_bytes_delete(nint bytes);
}

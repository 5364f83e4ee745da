using System.Runtime.InteropServices;

namespace OpenCvSharp;

internal static partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int shim_imshow(string window, nint img);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int shim_named_window(string window, int flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int shim_resize_window(string window, int width, int height);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int shim_destroy_window(string window);

    [LibraryImport(Library)]
    public static partial int shim_destroy_all_windows();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int shim_set_window_title(string window, string title);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int shim_get_window_property(string window, int property, out double value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int shim_set_window_property(string window, int property, double value);

    [LibraryImport(Library)]
    public static partial int shim_wait_key(int delay, out int key);

    [LibraryImport(Library)]
    public static partial int shim_wait_key_ex(int delay, out int key);
}

using System.Runtime.CompilerServices;

namespace OpenCvSharp;

/// <content>Windows and keys. Without a display the native library may end the process.</content>
public static partial class Cv2
{
    /// <summary>Opens a window.</summary>
    public static void NamedWindow(string winName, WindowFlags flags = WindowFlags.Normal)
    {
        RequireText(winName);
        NativeMethods.Check(NativeMethods.shim_named_window(winName, (int)flags));
    }

    /// <summary>Shows an image in a window, which is opened if need be.</summary>
    public static void ImShow(string winName, Mat mat)
    {
        RequireText(winName);
        ArgumentNullException.ThrowIfNull(mat);
        NativeMethods.Check(NativeMethods.shim_imshow(winName, mat.Handle));
        GC.KeepAlive(mat);
    }

    /// <summary>Waits for a key, for so many milliseconds or, with zero, for ever; -1 if none was pressed.</summary>
    public static int WaitKey(int delay = 0)
    {
        NativeMethods.Check(NativeMethods.shim_wait_key(delay, out var key));
        return key;
    }

    /// <summary>As <see cref="WaitKey"/>, with the whole code the system gives the key.</summary>
    public static int WaitKeyEx(int delay = 0)
    {
        NativeMethods.Check(NativeMethods.shim_wait_key_ex(delay, out var key));
        return key;
    }

    /// <summary>Resizes a window to a size of its image.</summary>
    public static void ResizeWindow(string winName, int width, int height)
    {
        RequireText(winName);
        NativeMethods.Check(NativeMethods.shim_resize_window(winName, width, height));
    }

    /// <summary>Resizes a window to a size of its image.</summary>
    public static void ResizeWindow(string winName, Size size) => ResizeWindow(winName, size.Width, size.Height);

    /// <summary>Changes the title of a window.</summary>
    public static void SetWindowTitle(string winName, string title)
    {
        RequireText(winName);
        RequireText(title);
        NativeMethods.Check(NativeMethods.shim_set_window_title(winName, title));
    }

    /// <summary>A property of a window; -1 if it has no such property or there is no such window.</summary>
    public static double GetWindowProperty(string winName, WindowPropertyFlags propId)
    {
        RequireText(winName);
        NativeMethods.Check(NativeMethods.shim_get_window_property(winName, (int)propId, out var value));
        return value;
    }

    /// <summary>Changes a property of a window.</summary>
    public static void SetWindowProperty(string winName, WindowPropertyFlags propId, double propValue)
    {
        RequireText(winName);
        NativeMethods.Check(NativeMethods.shim_set_window_property(winName, (int)propId, propValue));
    }

    /// <summary>Closes a window.</summary>
    public static void DestroyWindow(string winName)
    {
        RequireText(winName);
        NativeMethods.Check(NativeMethods.shim_destroy_window(winName));
    }

    /// <summary>Closes all windows.</summary>
    public static void DestroyAllWindows() => NativeMethods.Check(NativeMethods.shim_destroy_all_windows());

    private static void RequireText(string text, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        if (string.IsNullOrEmpty(text))
            throw new ArgumentException("The text is null or empty.", name);
    }
}

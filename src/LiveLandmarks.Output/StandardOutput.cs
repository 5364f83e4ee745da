using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LiveLandmarks.Output;

/// <summary>Standard output as a stream that throws when its reader is gone. The console's own stream ignores this.</summary>
public static partial class StandardOutput
{
    private const int WindowsHandle = -11;

    // EPIPE of Linux and macOS; ERROR_BROKEN_PIPE and ERROR_NO_DATA of Windows.
    private static readonly int[] Gone = [32, unchecked((int)0x8007006D), unchecked((int)0x800700E8)];

    /// <summary>Opens standard output.</summary>
    public static Stream Open()
    {
        try
        {
            var handle = new SafeFileHandle(OperatingSystem.IsWindows() ? HandleOf(WindowsHandle) : 1, ownsHandle: false);
            var stream = new FileStream(handle, FileAccess.Write, bufferSize: 0);
            // With a file, such a stream would not advance the position at which the shell and its other programs write.
            if (!stream.CanSeek)
                return stream;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Standard output is closed or is a console.
        }
        return Console.OpenStandardOutput();
    }

    /// <summary>Whether a write failed because the reader is gone.</summary>
    public static bool ReaderIsGone(IOException failure) => Gone.Contains(failure.HResult);

    [LibraryImport("kernel32", EntryPoint = "GetStdHandle")]
    private static partial nint HandleOf(int which);
}

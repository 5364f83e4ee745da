using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LiveLandmarks.Output;

/// <summary>The standard output as a stream that tells when its reader has gone away, which the console's own stream keeps quiet
/// about.</summary>
public static partial class StandardOutput
{
    private const int WindowsHandle = -11;

    // EPIPE of Linux and macOS; ERROR_BROKEN_PIPE and ERROR_NO_DATA.
    private static readonly int[] Gone = [32, unchecked((int)0x8007006D), unchecked((int)0x800700E8)];

    /// <summary>Opens it.</summary>
    public static Stream Open()
    {
        try
        {
            var handle = new SafeFileHandle(OperatingSystem.IsWindows() ? HandleOf(WindowsHandle) : 1, ownsHandle: false);
            var stream = new FileStream(handle, FileAccess.Write, bufferSize: 0);
            // In a file, such a stream would not move on the place that the shell and its other programs write to.
            if (!stream.CanSeek)
                return stream;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Closed, or a console.
        }
        return Console.OpenStandardOutput();
    }

    /// <summary>Whether a failure to write means that nobody reads any more.</summary>
    public static bool ReaderIsGone(IOException failure) => Gone.Contains(failure.HResult);

    [LibraryImport("kernel32", EntryPoint = "GetStdHandle")]
    private static partial nint HandleOf(int which);
}

using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace LiveLandmarks.Ffmpeg;

/// <summary>
/// Capacity of a pipe. With Linux's default of 64 KiB, a picture of 640×480 passes in 14 pieces, and the writer waits for the reader at
/// each. A mebibyte holds the whole picture, so that the next one is ready when it is requested.
/// </summary>
internal static partial class PipeSize
{
    private const int SetSize = 1031; // F_SETPIPE_SZ of <fcntl.h>
    private const int Mebibyte = 1 << 20; // the most that an unprivileged user may request

    /// <summary>Enlarges a pipe if the system supports it.</summary>
    /// <param name="stream">One end of the pipe.</param>
    public static void Enlarge(Stream stream)
    {
        if (OperatingSystem.IsLinux() && stream is PipeStream pipe)
            _ = Control(pipe.SafePipeHandle, SetSize, Mebibyte);
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(SafeHandle file, int command, int value);
}

using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace LiveLandmarks.Ffmpeg;

/// <summary>
/// How much a pipe holds. With Linux's 64 KiB a picture of 640×480 goes through in 14 pieces, and the writer waits for the reader in each;
/// a mebibyte holds it whole, so that the next one is ready when it is asked for.
/// </summary>
internal static partial class PipeSize
{
    private const int SetSize = 1031; // F_SETPIPE_SZ of <fcntl.h>
    private const int Mebibyte = 1 << 20; // what anybody may ask for

    /// <summary>Enlarges a pipe where the system can; elsewhere it stays as it is.</summary>
    /// <param name="stream">One end of it.</param>
    public static void Enlarge(Stream stream)
    {
        if (OperatingSystem.IsLinux() && stream is PipeStream pipe)
            _ = Control(pipe.SafePipeHandle, SetSize, Mebibyte);
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(SafeHandle file, int command, int value);
}

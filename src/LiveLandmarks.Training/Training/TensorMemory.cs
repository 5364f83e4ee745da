using System.Runtime.InteropServices;

namespace LiveLandmarks.Training.Training;

/// <summary>
/// Keeps freed tensor memory in the process. Every step allocates and frees the same large blocks; by default, glibc returns them to the
/// kernel, which must clear every page when they are allocated again.
/// </summary>
internal static partial class TensorMemory
{
    // Parameters of glibc's mallopt.
    private const int TrimThreshold = -1, TopPad = -2, MMapMax = -4;

    private const int KeptWhenFree = int.MaxValue;
    private const int TakenAtOnce = 256 << 20;

    /// <summary>Call before the first tensor. Does nothing where the C library is not glibc.</summary>
    public static void Keep()
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _ = SetOption(TrimThreshold, KeptWhenFree);
            _ = SetOption(TopPad, TakenAtOnce);
            // Large blocks come from the heap, too: a block with a mapping of its own is returned as soon as it is freed.
            _ = SetOption(MMapMax, 0);
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another C library, without mallopt.
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetOption(int parameter, int value);
}

using System.Runtime.InteropServices;

namespace LiveLandmarks.Training.Training;

/// <summary>
/// Keeps the memory of tensors in the process. A step takes and frees the same large blocks over and over; with its defaults glibc gives
/// them back to the kernel, which clears every page anew when they are taken again.
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
            // Large blocks come from the heap, too: what is mapped for itself goes back as soon as it is free.
            _ = SetOption(MMapMax, 0);
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another C library, which has its own ways.
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetOption(int parameter, int value);
}

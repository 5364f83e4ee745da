using System.Reflection;
using System.Runtime.InteropServices;
using LiveLandmarks.Platform;

namespace LiveLandmarks.Training.Training;

/// <summary>
/// Controls what libtorch writes to standard error. On processors that NNPACK does not support, libtorch warns at every small convolution
/// before it computes the convolution in another way.
/// </summary>
internal static unsafe class TorchLog
{
    private const string LevelVariable = "TORCH_CPP_LOG_LEVEL";

    // c10::initLogging(), which reads the variable. PyTorch calls it, TorchSharp does not.
    private const string InitLogging = "_ZN3c1011initLoggingEv";

    /// <summary>Shows only errors, unless the user has set the variable. Call when libtorch is loaded. Does nothing on Windows, where the
    /// function has another name.</summary>
    public static void Silence()
    {
        NativeEnvironment.SetDefault(LevelVariable, "ERROR");
        if (Library() is var library and not 0 && NativeLibrary.TryGetExport(library, InitLogging, out var function))
            ((delegate* unmanaged<void>)function)();
    }

    /// <summary>The handle of libtorch's base library; 0 if it is not found.</summary>
    public static nint Library() =>
        NativeLibrary.TryLoad(OperatingSystem.IsMacOS()
            ? "libc10.dylib"
            : "libc10.so", Assembly.GetExecutingAssembly(), null, out var library) ? library : 0;
}

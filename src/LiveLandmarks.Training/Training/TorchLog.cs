using System.Reflection;
using System.Runtime.InteropServices;
using LiveLandmarks.Platform;

namespace LiveLandmarks.Training.Training;

/// <summary>
/// What libtorch writes to the standard error. On processors that NNPACK does not know it warns of that at every small convolution, which
/// then goes another way.
/// </summary>
internal static unsafe class TorchLog
{
    private const string LevelVariable = "TORCH_CPP_LOG_LEVEL";

    // c10::initLogging(), which reads the variable. PyTorch calls it, TorchSharp does not.
    private const string InitLogging = "_ZN3c1011initLoggingEv";

    /// <summary>Shows errors only, unless the user's variable says otherwise. Call when libtorch is loaded. Does nothing on Windows, where
    /// that function has another name.</summary>
    public static void Quieten()
    {
        NativeEnvironment.SetDefault(LevelVariable, "ERROR");
        if (Library() is var library and not 0 && NativeLibrary.TryGetExport(library, InitLogging, out var function))
            ((delegate* unmanaged<void>)function)();
    }

    /// <summary>libtorch's base library as it is loaded; 0 where it is not found.</summary>
    public static nint Library() =>
        NativeLibrary.TryLoad(OperatingSystem.IsMacOS()
            ? "libc10.dylib"
            : "libc10.so", Assembly.GetExecutingAssembly(), null, out var library) ? library : 0;
}

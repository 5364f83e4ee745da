using System.Runtime.CompilerServices;
using LiveLandmarks.Platform;
using Microsoft.ML.OnnxRuntime;

namespace LiveLandmarks.Inference;

/// <summary>
/// Stops ONNX Runtime from sending telemetry to its makers. Since 1.29 its Linux build does so unless told otherwise, with a database in
/// the user's cache and a log file in the folder for temporary files. To allow it, set <c>ORT_DISABLE_TELEMETRY=0</c> before the program
/// starts.
/// </summary>
internal static class OnnxTelemetry
{
    /// <summary>Turns telemetry off in the running process; on Windows, where it uses the system's event tracing, this is the only
    /// way.</summary>
    public static void TurnOff() => OrtEnv.Instance().DisableTelemetryEvents();

    /// <summary>Sets the variable when this assembly is loaded: the runtime reads it at its first use, by any assembly.</summary>
#pragma warning disable CA2255 // Libraries should not act when they are loaded, but another assembly may be the first to use the runtime.
    [ModuleInitializer]
#pragma warning restore CA2255
    public static void TurnOffBeforeFirstUse() => NativeEnvironment.SetDefault("ORT_DISABLE_TELEMETRY", "1");
}

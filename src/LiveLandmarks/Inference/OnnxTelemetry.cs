using System.Runtime.CompilerServices;
using LiveLandmarks.Platform;
using Microsoft.ML.OnnxRuntime;

namespace LiveLandmarks.Inference;

/// <summary>
/// Keeps ONNX Runtime from reporting to its makers: since 1.29 its Linux build does so unless told otherwise, with a database in the user's
/// cache and a log file in the folder for temporary files. Whoever wants that sets <c>ORT_DISABLE_TELEMETRY=0</c> before the start.
/// </summary>
internal static class OnnxTelemetry
{
    /// <summary>Turns it off for what runs already; on Windows, where it goes through the system's event tracing, this is the only
    /// way.</summary>
    public static void TurnOff() => OrtEnv.Instance().DisableTelemetryEvents();

    /// <summary>The variable counts when the runtime is first used, by whichever assembly of a program.</summary>
#pragma warning disable CA2255 // Libraries should do nothing when they are loaded; but whoever uses the runtime first may not be this one.
    [ModuleInitializer]
#pragma warning restore CA2255
    public static void TurnOffBeforeFirstUse() => NativeEnvironment.SetDefault("ORT_DISABLE_TELEMETRY", "1");
}

using System.Runtime.CompilerServices;
using LiveLandmarks.Training.Commands;

namespace LiveLandmarks.Training.Tests;

/// <summary>Sets up libtorch for the tests as the commands do.</summary>
internal static class TorchSetup
{
#pragma warning disable CA2255 // This is not a library, and the test runner offers no other hook before the first test.
    [ModuleInitializer]
#pragma warning restore CA2255
    public static void Prepare() => TorchRuntime.Prepare();
}

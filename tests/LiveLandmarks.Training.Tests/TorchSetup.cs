using System.Runtime.CompilerServices;
using LiveLandmarks.Training.Commands;

namespace LiveLandmarks.Training.Tests;

/// <summary>The tests use libtorch as the commands do.</summary>
internal static class TorchSetup
{
#pragma warning disable CA2255 // Not a library: the test runner loads it, and has no other place before the first test.
    [ModuleInitializer]
#pragma warning restore CA2255
    public static void Prepare() => TorchRuntime.Prepare();
}

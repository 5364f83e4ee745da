using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Inference;

public class OnnxTelemetryTests
{
    /// <summary>With telemetry on, its database and log stay open as long as the runtime is in use.</summary>
    [LinuxFact]
    public void The_runtime_keeps_no_telemetry_files_open()
    {
        using var network = Networks.Landmarks();
        var files = Directory.EnumerateFiles("/proc/self/fd").Select(file => new FileInfo(file).LinkTarget ?? "").ToArray();
        Assert.Contains(files, file => file.EndsWith("LiveLandmarks.dll", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => file.Contains("onnxruntime.db", StringComparison.Ordinal)
            || file.Contains("mat-debug", StringComparison.Ordinal));
    }
}

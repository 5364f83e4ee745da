using System.Runtime.InteropServices;
using LiveLandmarks.Training.Training;
using TorchSharp;

namespace LiveLandmarks.Training.Tests.Training;

public sealed class TorchLogTests
{
    private const int Error = 2;

    [LinuxFact]
    public void Torch_logs_only_errors()
    {
        torch.zeros(1).Dispose();
        TorchLog.Silence();
        Assert.Equal(Error, Marshal.ReadInt32(NativeLibrary.GetExport(TorchLog.Library(), "FLAGS_caffe2_log_level")));
    }
}

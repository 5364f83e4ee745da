using LiveLandmarks.Platform;
using LiveLandmarks.Training.Training;
using OpenCvSharp;
using TorchSharp;

namespace LiveLandmarks.Training.Commands;

/// <summary>How libtorch runs in a command's process.</summary>
internal static class TorchRuntime
{
    /// <summary>
    /// Call before libtorch is used. Torch gets all cores, which is not its default everywhere; OpenCV, which only prepares pictures, gets
    /// one. Torch's threads sleep while they wait: spinning threads make a training ten times slower when another program uses a core.
    /// Freed tensor memory is kept, and warnings that mean nothing to users are hidden.
    /// </summary>
    public static void Prepare()
    {
        NativeEnvironment.SetDefault("OMP_WAIT_POLICY", "PASSIVE");
        TensorMemory.Keep();
        torch.set_num_threads(Environment.ProcessorCount);
        Cv2.SetNumThreads(1);
        TorchLog.Silence();
    }
}

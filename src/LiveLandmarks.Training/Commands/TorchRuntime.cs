using LiveLandmarks.Platform;
using LiveLandmarks.Training.Training;
using OpenCvSharp;
using TorchSharp;

namespace LiveLandmarks.Training.Commands;

/// <summary>How libtorch runs in a command's process.</summary>
internal static class TorchRuntime
{
    /// <summary>
    /// Call before libtorch is used. Torch computes on all cores, which it does not take by itself everywhere, and OpenCV, which only
    /// prepares pictures, on one. Torch's threads rest while they wait: threads that spin make a training ten times slower where another
    /// program takes a core. The memory of tensors is kept; warnings that mean nothing to users are not shown.
    /// </summary>
    public static void Prepare()
    {
        NativeEnvironment.SetDefault("OMP_WAIT_POLICY", "PASSIVE");
        TensorMemory.Keep();
        torch.set_num_threads(Environment.ProcessorCount);
        Cv2.SetNumThreads(1);
        TorchLog.Quieten();
    }
}

using OpenCvSharp;
using TorchSharp;

namespace LiveLandmarks.Training.Commands;

/// <summary>Who computes on how many threads.</summary>
internal static class TorchThreads
{
    /// <summary>Torch on all cores, which it does not take by itself everywhere; OpenCV, which only prepares pictures, on one.</summary>
    public static void UseAllCores()
    {
        torch.set_num_threads(Environment.ProcessorCount);
        Cv2.SetNumThreads(1);
    }
}

using static TorchSharp.torch;

namespace LiveLandmarks.Training.Network;

/// <summary>How maps lie in memory.</summary>
internal static class MemoryLayout
{
    /// <summary>
    /// The same values with the channels of a pixel beside each other, in which order all layers that follow keep them: on a CPU a step of
    /// a training takes less time, and on a GPU the units for matrices read them so.
    /// </summary>
    /// <param name="maps">[N, C, H, W].</param>
    /// <returns>The same shape, in the current dispose scope.</returns>
    public static Tensor ChannelsLast(Tensor maps) => maps.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
}

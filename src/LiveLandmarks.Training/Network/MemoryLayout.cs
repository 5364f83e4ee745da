using static TorchSharp.torch;

namespace LiveLandmarks.Training.Network;

/// <summary>The memory layout of maps.</summary>
internal static class MemoryLayout
{
    /// <summary>
    /// The same values with the channels of a pixel next to each other, an order that all following layers keep: on a CPU, a training step
    /// takes less time, and on a GPU, the matrix units read this order.
    /// </summary>
    /// <param name="maps">[N, C, H, W].</param>
    /// <returns>The same shape, in the current dispose scope.</returns>
    public static Tensor ChannelsLast(Tensor maps) => maps.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
}

using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LiveLandmarks.Training.Network;

/// <summary>
/// A convolution that also sees the coordinates of its input, the distance from the center, and, with a boundary heatmap,
/// the coordinates again where a boundary curve runs (AWing, Wang, Bo and Li, ICCV 2019, section 5).
/// </summary>
internal sealed class CoordConv : Module<Tensor, Tensor?, Tensor>
{
    private const int CoordinateChannels = 3;
    private const int BoundaryChannels = 2;

    /// <summary>The value above which the boundary heatmap counts as boundary, as published.</summary>
    private const float BoundaryThreshold = 0.05f;

    private readonly Conv2d conv;
    private Tensor? coordinates;

    /// <summary>Makes the layer.</summary>
    /// <param name="inputs">Channels of the input, without the coordinates.</param>
    /// <param name="outputs">Channels of the output.</param>
    /// <param name="boundary">Whether a boundary heatmap comes with every input.</param>
    /// <param name="kernel">Side of the kernel.</param>
    /// <param name="stride">Step of the kernel.</param>
    public CoordConv(int inputs, int outputs, bool boundary, int kernel = 1, int stride = 1)
        : base(nameof(CoordConv))
    {
        var channels = inputs + CoordinateChannels + (boundary ? BoundaryChannels : 0);
        conv = Conv2d(channels, outputs, kernel, stride, padding: kernel / 2);
        register_module("conv", conv);
    }

    /// <summary>Convolves.</summary>
    /// <param name="input1">[N, inputs, H, W].</param>
    /// <param name="input2">The heatmaps [N, ·, H, W] of the previous hourglass, whose last channel is the boundary; null without a
    /// boundary.</param>
    /// <returns>[N, outputs, H / stride, W / stride].</returns>
    public override Tensor forward(Tensor input1, Tensor? input2)
    {
        using var scope = NewDisposeScope();
        var shape = input1.shape;
        var maps = CoordinatesFor(input1).to(input1.dtype).expand(shape[0], CoordinateChannels, shape[2], shape[3]);
        var input = input2 is null
            ? cat([input1, maps], 1)
            : cat([input1, maps, AtBoundary(maps, input2)], 1);
        return conv.Convolve(MemoryLayout.ChannelsLast(input)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            coordinates?.Dispose();
        }
        base.Dispose(disposing);
    }

    /// <summary>The two coordinates where the boundary map exceeds the threshold, 0 elsewhere; no gradient flows back into that
    /// map.</summary>
    private static Tensor AtBoundary(Tensor maps, Tensor heatmaps)
    {
        var boundary = heatmaps.narrow(1, heatmaps.shape[1] - 1, 1).detach();
        var mask = boundary.gt(BoundaryThreshold).to(maps.dtype);
        return maps.narrow(1, 0, BoundaryChannels).mul(mask);
    }

    /// <summary>The coordinate maps for an input's size, cached between inputs.</summary>
    private Tensor CoordinatesFor(Tensor input)
    {
        var shape = input.shape;
        if (coordinates is null
            || coordinates.shape[2] != shape[2]
            || coordinates.shape[3] != shape[3]
            || coordinates.device_type != input.device_type)
        {
            coordinates?.Dispose();
            coordinates = CoordinateMaps.Create((int)shape[2], (int)shape[3], input.device);
        }
        return coordinates;
    }
}

using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LiveLandmarks.Training.Network;

/// <summary>The layers after one <see cref="CompactHourglass"/>: they make the heatmaps and, if another hourglass follows, its
/// input.</summary>
internal sealed class CompactHead : Module<Tensor, Tensor, (Tensor Heatmaps, Tensor? Next)>
{
    private readonly CompactStage top;
    private readonly ConvUnit refine;
    private readonly Conv2d heatmaps;
    private readonly ConvUnit? featuresOn, heatmapsOn;

    /// <summary>Makes the layers.</summary>
    /// <param name="shape">Blocks and widths.</param>
    /// <param name="channels">Number of heatmaps.</param>
    /// <param name="last">Whether no hourglass follows.</param>
    public CompactHead(CompactBlocks shape, int channels, bool last)
        : base(nameof(CompactHead))
    {
        var width = shape.Widths[0];
        register_module("top", top = new CompactStage(shape, width, width, repeats: 1));
        register_module("refine", refine = new ConvUnit(width, shape.Head, kernel: 1));
        register_module("heatmaps", heatmaps = Conv2d(shape.Head, channels, 1));
        if (last)
            return;
        register_module("featuresOn", featuresOn = new ConvUnit(shape.Head, width, kernel: 1, rectify: false));
        register_module("heatmapsOn", heatmapsOn = new ConvUnit(channels, width, kernel: 1, rectify: false));
    }

    /// <summary>Applies the layers.</summary>
    /// <param name="input1">Output of the hourglass, [N, width, H, W].</param>
    /// <param name="input2">Input of the hourglass, [N, width, H, W].</param>
    /// <returns>Heatmaps [N, channels, H, W] and the next hourglass's input [N, width, H, W], null after the last.</returns>
    public override (Tensor Heatmaps, Tensor? Next) forward(Tensor input1, Tensor input2)
    {
        using var scope = NewDisposeScope();
        var refined = refine.call(top.call(input1));
        var maps = heatmaps.Convolve(refined);
        var next = featuresOn is null || heatmapsOn is null ? null : input2 + featuresOn.call(refined) + heatmapsOn.call(maps);
        next?.MoveToOuterDisposeScope();
        return (maps.MoveToOuterDisposeScope(), next);
    }
}

using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace LiveLandmarks.Training.Network;

/// <summary>
/// One hourglass (Newell, Yang and Deng, ECCV 2016): halves its maps level by level with average pooling,
/// and on the way back up adds to each level the output of a skip block.
/// </summary>
internal sealed class Hourglass : Module<Tensor, Tensor?, Tensor>
{
    [ComponentName(Name = "coordconv")]
    private readonly CoordConv coordConv;

    private readonly ConvBlock[] skip;
    private readonly ConvBlock[] down;
    private readonly ConvBlock[] up;

    [ComponentName(Name = "b2_plus_1")]
    private readonly ConvBlock bottom;

    /// <summary>Makes the hourglass.</summary>
    /// <param name="width">Channels, in and out.</param>
    /// <param name="depth">Number of levels.</param>
    /// <param name="boundary">Whether the heatmaps of an earlier hourglass, with a boundary channel, come with every input.</param>
    public Hourglass(int width, int depth, bool boundary)
        : base(nameof(Hourglass))
    {
        register_module("coordconv", coordConv = new CoordConv(width, width, boundary));
        (skip, down, up) = (new ConvBlock[depth], new ConvBlock[depth], new ConvBlock[depth]);
        // Registered from the outermost level, which has the highest number in the published names, inward and out again.
        for (var level = depth; level >= 1; level--)
        {
            register_module($"b1_{level}", skip[level - 1] = new ConvBlock(width, width));
            register_module($"b2_{level}", down[level - 1] = new ConvBlock(width, width));
        }
        register_module("b2_plus_1", bottom = new ConvBlock(width, width));
        for (var level = 1; level <= depth; level++)
            register_module($"b3_{level}", up[level - 1] = new ConvBlock(width, width));
    }

    /// <summary>Applies the hourglass.</summary>
    /// <param name="input1">Features [N, width, H, W], H and W multiples of 2 to the depth.</param>
    /// <param name="input2">Heatmaps [N, ·, H, W] of the previous hourglass, the boundary last; null without a boundary.</param>
    /// <returns>Features [N, width, H, W].</returns>
    public override Tensor forward(Tensor input1, Tensor? input2)
    {
        using var scope = NewDisposeScope();
        return Level(down.Length, coordConv.call(input1, input2)).MoveToOuterDisposeScope();
    }

    private Tensor Level(int level, Tensor input)
    {
        using var scope = NewDisposeScope();
        var beside = skip[level - 1].call(input);
        var lower = down[level - 1].call(avg_pool2d(input, 2, 2));
        lower = level > 1 ? Level(level - 1, lower) : bottom.call(lower);
        lower = up[level - 1].call(lower);
        var raised = interpolate(lower, scale_factor: [2, 2], mode: InterpolationMode.Nearest);
        return beside.add_(raised).MoveToOuterDisposeScope();
    }
}

using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace LiveLandmarks.Training.Network;

/// <summary>An hourglass of <see cref="CompactBlocks"/> whose width grows as its maps shrink.</summary>
internal sealed class CompactHourglass : Module<Tensor, Tensor>
{
    private readonly CompactStage[] skip, down, up;
    private readonly CompactStage bottom;

    /// <summary>Makes the hourglass.</summary>
    /// <param name="shape">Its blocks and widths.</param>
    /// <param name="depth">Number of levels.</param>
    public CompactHourglass(CompactBlocks shape, int depth)
        : base(nameof(CompactHourglass))
    {
        (skip, down, up) = (new CompactStage[depth], new CompactStage[depth], new CompactStage[depth]);
        for (var level = 0; level < depth; level++)
        {
            var (width, below) = (shape.Widths[level], shape.Widths[level + 1]);
            register_module($"skip{level}", skip[level] = new CompactStage(shape, width, width, shape.Repeats));
            register_module($"down{level}", down[level] = new CompactStage(shape, width, below, shape.Repeats));
            register_module($"up{level}", up[level] = new CompactStage(shape, below, width, shape.Repeats));
        }
        register_module("bottom", bottom = new CompactStage(shape, shape.Widths[depth], shape.Widths[depth], shape.Repeats));
    }

    /// <summary>Applies the hourglass.</summary>
    /// <param name="input">[N, outermost width, H, W], H and W multiples of 2 to the depth.</param>
    /// <returns>The same shape.</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return Level(0, input).MoveToOuterDisposeScope();
    }

    private Tensor Level(int level, Tensor input)
    {
        if (level == down.Length)
            return bottom.call(input);
        using var scope = NewDisposeScope();
        var lower = Level(level + 1, down[level].call(avg_pool2d(input, 2, 2)));
        var raised = interpolate(up[level].call(lower), scale_factor: [2, 2], mode: InterpolationMode.Nearest);
        return (skip[level].call(input) + raised).MoveToOuterDisposeScope();
    }
}

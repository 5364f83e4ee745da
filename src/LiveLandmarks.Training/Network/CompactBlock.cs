using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace LiveLandmarks.Training.Network;

/// <summary>A residual block of a <see cref="CompactNetwork"/>; its layers depend on the <see cref="BlockKind"/>.</summary>
internal sealed class CompactBlock : Module<Tensor, Tensor>
{
    private readonly ConvUnit first, spatial, last;
    private readonly ConvUnit? shortcut;
    private readonly bool plain;
    private readonly bool rectify;

    /// <summary>Makes the block.</summary>
    /// <param name="shape">Kind and expansion of the block.</param>
    /// <param name="inputs">Channels of the input.</param>
    /// <param name="outputs">Channels of the output.</param>
    public CompactBlock(CompactBlocks shape, int inputs, int outputs)
        : base(nameof(CompactBlock))
    {
        rectify = shape.Kind == BlockKind.Bottleneck;
        var middle = rectify ? outputs / 2 : inputs * shape.Expansion;
        register_module("first", first = new ConvUnit(inputs, middle, kernel: 1));
        register_module("spatial", spatial = new ConvUnit(middle, middle, groups: rectify ? 1 : middle));
        register_module("last", last = new ConvUnit(middle, outputs, kernel: 1, rectify: false));
        if (inputs == outputs)
            return;
        // Inverted blocks that change the number of channels have no shortcut.
        plain = !rectify;
        if (rectify)
            register_module("shortcut", shortcut = new ConvUnit(inputs, outputs, kernel: 1, rectify: false));
    }

    /// <summary>Applies the block.</summary>
    /// <param name="input">[N, inputs, H, W].</param>
    /// <returns>[N, outputs, H, W].</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var result = last.call(spatial.call(first.call(input)));
        if (!plain)
            result.add_(shortcut is null ? input : shortcut.call(input));
        return (rectify ? relu(result, inplace: true) : result).MoveToOuterDisposeScope();
    }
}

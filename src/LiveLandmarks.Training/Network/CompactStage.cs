using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LiveLandmarks.Training.Network;

/// <summary>A sequence of blocks; the first one changes the number of channels.</summary>
internal sealed class CompactStage : Module<Tensor, Tensor>
{
    private readonly List<CompactBlock> blocks = [];

    /// <summary>Makes the blocks.</summary>
    /// <param name="shape">Kind and expansion of the blocks.</param>
    /// <param name="inputs">Channels of the input.</param>
    /// <param name="outputs">Channels of the output.</param>
    /// <param name="repeats">Number of blocks.</param>
    public CompactStage(CompactBlocks shape, int inputs, int outputs, int repeats)
        : base(nameof(CompactStage))
    {
        for (var i = 0; i < repeats; i++)
        {
            blocks.Add(new CompactBlock(shape, i == 0 ? inputs : outputs, outputs));
            register_module($"{i}", blocks[i]);
        }
    }

    /// <summary>Applies the blocks.</summary>
    /// <param name="input">[N, inputs, H, W].</param>
    /// <returns>[N, outputs, H, W].</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return blocks.Aggregate(input, (value, block) => block.call(value)).MoveToOuterDisposeScope();
    }
}

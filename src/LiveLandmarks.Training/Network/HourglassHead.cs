using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace LiveLandmarks.Training.Network;

/// <summary>
/// The layers after one hourglass: they make the heatmaps and, if another hourglass follows, its input. They are registered with the whole
/// network, whose published names are flat (<c>top_m_0</c>, <c>conv_last0</c>, ...).
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The network disposes of its layers, which are registered with it.")]
internal sealed class HourglassHead
{
    private readonly ConvBlock top;
    private readonly Conv2d last;
    private readonly BatchNorm2d norm;
    private readonly Conv2d heatmaps;
    private readonly Conv2d? featuresOn;
    private readonly Conv2d? heatmapsOn;

    /// <summary>Makes the layers.</summary>
    /// <param name="options">The network's shape.</param>
    /// <param name="stack">Number of the hourglass, from 0.</param>
    /// <param name="register">Receives each layer and its name.</param>
    public HourglassHead(StackedHourglassOptions options, int stack, Action<string, Module> register)
    {
        register($"top_m_{stack}", top = new ConvBlock(options.Width, options.Width));
        register($"conv_last{stack}", last = Conv2d(options.Width, options.Width, 1));
        register($"bn_end{stack}", norm = BatchNorm2d(options.Width));
        register($"l{stack}", heatmaps = Conv2d(options.Width, options.Channels, 1));
        if (stack == options.Stacks - 1)
            return;
        register($"bl{stack}", featuresOn = Conv2d(options.Width, options.Width, 1));
        register($"al{stack}", heatmapsOn = Conv2d(options.Channels, options.Width, 1));
    }

    /// <summary>Applies the layers.</summary>
    /// <param name="features">Output of the hourglass, [N, width, H, W].</param>
    /// <param name="input">Input of the hourglass, [N, width, H, W].</param>
    /// <returns>Heatmaps [N, channels, H, W] and the next hourglass's input [N, width, H, W], null after the last.</returns>
    public (Tensor Heatmaps, Tensor? Next) Apply(Tensor features, Tensor input)
    {
        using var scope = NewDisposeScope();
        var refined = relu(norm.call(last.Convolve(top.call(features))), inplace: true);
        var maps = heatmaps.Convolve(refined);
        var next = featuresOn is null || heatmapsOn is null
            ? null
            : input.add(featuresOn.Convolve(refined)).add_(heatmapsOn.Convolve(maps));
        next?.MoveToOuterDisposeScope();
        return (maps.MoveToOuterDisposeScope(), next);
    }
}

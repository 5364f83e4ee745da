using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace LiveLandmarks.Training.Network;

/// <summary>
/// The single-stage face detector: residual layers down to 1/32 of the input size, and back up to 1/8, adding the features of the same size
/// from the way down (the layout of CenterNet, Zhou et al. 2019, and of feature pyramids, Lin et al., CVPR 2017). Its only output is
/// [N, 5, S / 8, S / 8]: score, x and y offset of the face's center from the cell's center in cells, and the logarithms of width and height
/// in cells.
/// </summary>
public sealed class FaceDetectorNetwork : HeatmapNetwork
{
    /// <summary>Channels of the output.</summary>
    public const int Channels = 5;

    /// <summary>Input pixels for each cell of the output.</summary>
    public const int Stride = 8;

    private const int CoarsestStride = 32;

    private readonly Dictionary<string, ConvUnit> units = [];
    private readonly Conv2d head;

    /// <summary>Makes the network with random weights, drawn from torch's global generator.</summary>
    /// <param name="options">Its shape.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of the shape is out of its range.</exception>
    public FaceDetectorNetwork(FaceDetectorOptions options)
        : base(nameof(FaceDetectorNetwork))
    {
        options.Validate();
        Options = options;
        var w = options.Width;
        Add("stem", 3, w, stride: 2);
        AddLevel("quarter", w, 3 * w / 2);
        AddLevel("eighth", 3 * w / 2, 3 * w);
        AddLevel("sixteenth", 3 * w, 4 * w);
        AddLevel("thirtysecond", 4 * w, 6 * w);
        Add("up1", 6 * w, 4 * w, kernel: 1);
        Add("mix1", 4 * w, 4 * w);
        Add("up2", 4 * w, 3 * w, kernel: 1);
        Add("mix2", 3 * w, 3 * w);
        register_module("head", head = Conv2d(3 * w, Channels, 1));
    }

    /// <summary>The network's shape.</summary>
    public FaceDetectorOptions Options { get; }

    /// <inheritdoc/>
    protected override int InputMultiple => CoarsestStride;

    /// <summary>Predicts the map.</summary>
    /// <param name="images">RGB images [N, 3, S, S]; S a multiple of 32.</param>
    /// <returns>One tensor [N, 5, S / 8, S / 8].</returns>
    protected override Tensor[] Predict(Tensor images)
    {
        var fine = Down("eighth", Down("quarter", units["stem"].call(MemoryLayout.ChannelsLast(images))));
        var middle = Down("sixteenth", fine);
        var coarse = Down("thirtysecond", middle);
        middle = units["mix1"].call(Double(units["up1"].call(coarse)) + middle);
        fine = units["mix2"].call(Double(units["up2"].call(middle)) + fine);
        return [head.Convolve(fine)];
    }

    private static Tensor Double(Tensor map) => interpolate(map, scale_factor: [2, 2], mode: InterpolationMode.Nearest);

    private void AddLevel(string name, int inputs, int outputs)
    {
        Add($"{name}_down", inputs, outputs, stride: 2);
        Add($"{name}_a", outputs, outputs);
        Add($"{name}_b", outputs, outputs, rectify: false);
    }

    private void Add(string name, int inputs, int outputs, int kernel = 3, int stride = 1, bool rectify = true)
    {
        var unit = new ConvUnit(inputs, outputs, kernel, stride, rectify);
        units.Add(name, unit);
        register_module(name, unit);
    }

    private Tensor Down(string name, Tensor map)
    {
        using var scope = NewDisposeScope();
        var down = units[$"{name}_down"].call(map);
        var change = units[$"{name}_b"].call(units[$"{name}_a"].call(down));
        return relu(change + down, inplace: true).MoveToOuterDisposeScope();
    }
}

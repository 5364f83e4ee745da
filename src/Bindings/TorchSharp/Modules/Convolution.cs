using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private Parameter? _bias;
    private Parameter? _weight;

    private protected Convolution(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding,
        long[] dilation, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(name)
    {
        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.dilation = dilation;
        this.groups = groups;

        long[] shape = [out_channels, in_channels / groups, .. kernel_size];
        weight = new Parameter(empty(shape, dtype, device));
        if (bias)
            this.bias = new Parameter(empty(out_channels, dtype, device));
        reset_parameters();
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public long[]? padding { get; private set; }

    public long groups { get; set; }

    public long[] kernel_size { get; set; }

    public long[] stride { get; set; }

    public long[] dilation { get; set; }

    public Parameter? bias
    {
        get => _bias;
        set => Owned.Set(this, nameof(bias), ref _bias, value);
    }

    public Parameter weight
    {
        get => _weight!;
        set => Owned.Set(this, nameof(weight), ref _weight, value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>Draws both from the uniform distributions that PyTorch draws them from (He et al., ICCV 2015).</summary>
    public void reset_parameters()
    {
        using var mode = no_grad();
        var inputs = weight.shape.Skip(1).Aggregate(1L, (product, size) => product * size);
        var slope = Math.Sqrt(5);
        var gain = Math.Sqrt(2 / (1 + slope * slope));
        var bound = Math.Sqrt(3) * (gain / Math.Sqrt(inputs));
        Aten.UniformInPlace.Run(weight, -bound, bound, Argument.None);
        if (bias is null)
            return;
        bound = 1 / Math.Sqrt(inputs);
        Aten.UniformInPlace.Run(bias, -bound, bound, Argument.None);
    }
}

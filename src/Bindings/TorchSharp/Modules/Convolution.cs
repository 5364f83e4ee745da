using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private Parameter? _bias;
    private Parameter? _weight;

    private protected Convolution(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding,
        Padding? padding_type, long[] dilation, long groups, bool bias, PaddingModes padding_mode, Device? device,
        ScalarType? dtype)
        : base(name)
    {
        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.padding_type = padding_type;
        this.dilation = dilation;
        this.groups = groups;
        this.padding_mode = padding_mode;

        long[] shape = [out_channels, in_channels / groups, .. kernel_size];
        weight = new Parameter(empty(shape, dtype, device));
        if (bias)
            this.bias = new Parameter(empty(out_channels, dtype, device));
        reset_parameters();
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public bool transposed => false;

    public Padding? padding_type { get; private set; }

    public long[]? padding { get; private set; }

    public PaddingModes padding_mode { get; set; }

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

    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is null)
            return;
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        if (fanIn == 0)
            return;
        var bound = 1 / Math.Sqrt(fanIn);
        nn.init.uniform_(bias, -bound, bound);
    }

    public void SetPadding(long[] padding)
    {
        this.padding = padding;
        padding_type = null;
    }

    public void SetPadding(Padding padding)
    {
        this.padding = null;
        padding_type = padding;
    }

    /// <summary>Gets the padding as <c>pad</c> wants it: both sides of each dimension, the last one first.</summary>
    private protected long[] PaddingOfBothSides()
    {
        var sides = new List<long>();
        for (var i = kernel_size.Length - 1; i >= 0; i--)
        {
            var total = padding_type == Padding.Same ? dilation[i] * (kernel_size[i] - 1) : 2 * (padding?[i] ?? 0);
            sides.Add(total / 2);
            sides.Add(total - total / 2);
        }

        return sides.ToArray();
    }
}

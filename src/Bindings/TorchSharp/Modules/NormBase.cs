using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private Parameter? _bias;
    private Parameter? _weight;
    private Tensor? _running_mean;
    private Tensor? _running_var;
    private Tensor? _num_batches_tracked;

    public NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device,
        ScalarType? dtype, string name)
        : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            weight = new Parameter(ones(num_features, dtype, device));
            bias = new Parameter(zeros(num_features, dtype, device));
        }

        if (track_running_stats)
        {
            running_mean = zeros(num_features, dtype, device);
            running_var = ones(num_features, dtype, device);
            num_batches_tracked = tensor(0L, dtype, device);
        }
    }

    public long num_features { get; private set; }

    public double eps { get; set; }

    public double? momentum { get; set; }

    public bool affine { get; private set; }

    public bool track_running_stats { get; private set; }

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

    public Tensor? running_mean
    {
        get => _running_mean;
        set => Owned.Set(this, nameof(running_mean), ref _running_mean, value);
    }

    public Tensor? running_var
    {
        get => _running_var;
        set => Owned.Set(this, nameof(running_var), ref _running_var, value);
    }

    public Tensor? num_batches_tracked
    {
        get => _num_batches_tracked;
        set => Owned.Set(this, nameof(num_batches_tracked), ref _num_batches_tracked, value);
    }

    protected abstract void ValidateInputDimensions(Tensor input);
}

using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract class BatchNorm : NormBase
{
    public BatchNorm(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device,
        ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var factor = momentum ?? 0;
        if (training && track_running_stats && num_batches_tracked is { } batches)
        {
            Aten.AddScalarInPlace.Run(batches, 1L, 1L);
            factor = momentum ?? 1.0 / batches.item<long>();
        }

        var usesRunning = !training || track_running_stats;
        return nn.functional.batch_norm(
            input, usesRunning ? running_mean : null, usesRunning ? running_var : null, weight, bias,
            training || running_mean is null, factor, eps);
    }
}

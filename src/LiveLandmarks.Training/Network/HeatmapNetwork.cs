using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LiveLandmarks.Training.Network;

/// <summary>
/// A network that turns images into maps of cells: RGB [N, 3, S, S], 0 to 1, into one tensor [N, channels, S / stride, S / stride] for each
/// of its stages, of which the last is the best.
/// </summary>
/// <param name="name">Name of the kind of network.</param>
public abstract class HeatmapNetwork(string name) : Module<Tensor, Tensor[]>(name)
{
    /// <summary>
    /// Precision of the maps between the layers while the network is in training mode: single, or bfloat16, which GPUs, and processors with
    /// AVX-512 BF16 or AMX, compute at least twice as fast. Weights, statistics and the output are always single precision.
    /// </summary>
    public ScalarType TrainingPrecision { get; set; } = ScalarType.Float32;

    /// <summary>The sides of the images must be multiples of this.</summary>
    protected abstract int InputMultiple { get; }

    /// <summary>Predicts the maps.</summary>
    /// <param name="input">RGB images [N, 3, S, S], single precision, 0 to 1.</param>
    /// <returns>One tensor for each stage, single precision, in the caller's dispose scope.</returns>
    /// <exception cref="ArgumentException">The images do not fit the network.</exception>
    public sealed override Tensor[] forward(Tensor input)
    {
        RequireImages(input.shape);
        using var scope = NewDisposeScope();
        var maps = Predict(training ? input.to(TrainingPrecision) : input);
        return Array.ConvertAll(maps, map => map.to(ScalarType.Float32).contiguous().MoveToOuterDisposeScope());
    }

    /// <summary>Computes the maps in the precision of the images.</summary>
    /// <param name="images">RGB images [N, 3, S, S].</param>
    protected abstract Tensor[] Predict(Tensor images);

    private void RequireImages(long[] shape)
    {
        if (shape is not [_, 3, var height, var width] || height % InputMultiple != 0 || width % InputMultiple != 0)
            throw new ArgumentException(
                $"Expected images [N, 3, S, S] with S a multiple of {InputMultiple}, not [{string.Join(", ", shape)}].");
    }
}

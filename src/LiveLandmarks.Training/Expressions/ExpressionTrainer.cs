using static TorchSharp.torch;

namespace LiveLandmarks.Training.Expressions;

/// <summary>Trains an expression network on random faces.</summary>
/// <param name="options">How.</param>
internal sealed class ExpressionTrainer(ExpressionOptions options)
{
    // 95 % of neutral faces are to stay below this strength; with the errors of other faces they exceed it by about a third.
    private const float Quantile = 0.95f, Resting = 0.065f;

    /// <summary>Receives each epoch and its mean loss.</summary>
    public Action<int, double>? Report { get; init; }

    /// <summary>Trains a network.</summary>
    /// <param name="samples">The faces.</param>
    /// <param name="cancel">Stops the training.</param>
    /// <returns>The network, whose first layer takes features as they are.</returns>
    public ExpressionNetwork Train(ExpressionSamples samples, CancellationToken cancel)
    {
        manual_seed(options.Seed);
        using var scope = NewDisposeScope();
        using var features = tensor(samples.Features, [samples.Count, samples.Inputs]);
        using var strengths = tensor(samples.Strengths, [samples.Count, samples.Outputs]);
        var (spread, mean) = std_mean(features, 0, unbiased: false);
        var normalized = (features - mean) / spread;
        var network = new ExpressionNetwork(samples.Inputs, options.Width, samples.Outputs);
        using var optimizer = optim.AdamW(network.parameters(), options.LearningRate, weight_decay: 1e-4);
        var schedule = optim.lr_scheduler.CosineAnnealingLR(optimizer, options.Epochs);
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            var loss = Epoch(network, optimizer, normalized, strengths, cancel);
            Report?.Invoke(epoch, loss);
            schedule.step();
        }
        TakeFeaturesAsTheyAre(network, mean, spread);
        return network;
    }

    /// <summary>Gives each movement that neutral faces seem to make a threshold: strengths below it become 0, and 1 stays 1. The mean of
    /// all that noisy landmarks may show is seldom exactly 0.</summary>
    /// <param name="network">The network; its last layer is changed.</param>
    /// <param name="neutral">Neutral faces, not those of the test.</param>
    public static void Quiet(ExpressionNetwork network, ExpressionSamples neutral)
    {
        using var scope = NewDisposeScope();
        using var free = no_grad();
        using var features = tensor(neutral.Features, [neutral.Count, neutral.Inputs]);
        var reached = network.call(features).quantile(tensor(Quantile), 0).clamp_min(Resting);
        var threshold = (reached - Resting) / (1 - Resting);
        var last = network.Layers[^1];
        last.weight.div_((1 - threshold).unsqueeze(1));
        last.bias!.sub_(threshold).div_(1 - threshold);
    }

    /// <summary>The strengths that a network finds, limited to 0..1: one value for each face and movement.</summary>
    public static float[] Strengths(ExpressionNetwork network, ExpressionSamples samples) =>
        Array.ConvertAll(Apply(network, samples), strength => Math.Clamp(strength, 0, 1));

    /// <summary>What a network finds of each face.</summary>
    public static float[] Apply(ExpressionNetwork network, ExpressionSamples samples)
    {
        using var scope = NewDisposeScope();
        using var free = no_grad();
        using var features = tensor(samples.Features, [samples.Count, samples.Inputs]);
        return network.call(features).data<float>().ToArray();
    }

    private double Epoch(
        ExpressionNetwork network, optim.Optimizer optimizer, Tensor features, Tensor strengths, CancellationToken cancel)
    {
        using var order = randperm(features.shape[0]);
        var (sum, steps) = (0.0, 0);
        for (long start = 0; start < features.shape[0]; start += options.Batch, steps++)
        {
            cancel.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var part = order.slice(0, start, Math.Min(start + options.Batch, features.shape[0]), 1);
            var error = network.call(features.index_select(0, part)) - strengths.index_select(0, part);
            var loss = error.square().mean();
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
            sum += loss.item<float>();
        }
        return sum / steps;
    }

    /// <summary>Makes the normalization of the features a part of the first layer.</summary>
    private static void TakeFeaturesAsTheyAre(ExpressionNetwork network, Tensor mean, Tensor spread)
    {
        using var free = no_grad();
        var first = network.Layers[0];
        first.weight.div_(spread);
        first.bias!.sub_(first.weight.mv(mean));
    }
}

using LiveLandmarks.Expression;
using LiveLandmarks.Training.Expressions;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Expressions;

/// <summary>Networks with known outputs.</summary>
internal static class PassingNetwork
{
    /// <summary>A network that reports the first feature, if it is positive, as the strength of every movement, plus a constant.</summary>
    /// <param name="constants">The constant of each movement; those left out are 0.</param>
    public static ExpressionNetwork Make(params (int Movement, float Constant)[] constants)
    {
        var network = new ExpressionNetwork(ExpressionFeatures.Count, 4, RandomFaces.Movements.Count);
        using var free = no_grad();
        foreach (var layer in network.Layers)
        {
            layer.weight.zero_();
            layer.bias!.zero_();
            layer.weight.narrow(1, 0, 1).fill_(1);
        }
        foreach (var (movement, constant) in constants)
            network.Layers[^1].bias!.narrow(0, movement, 1).fill_(constant);
        return network;
    }

    /// <summary>Faces of which only the first feature is not 0.</summary>
    public static ExpressionSamples Faces(float[] firstFeatures, Func<float, float> strength)
    {
        var features = new float[firstFeatures.Length * ExpressionFeatures.Count];
        for (var i = 0; i < firstFeatures.Length; i++)
            features[i * ExpressionFeatures.Count] = firstFeatures[i];
        return new ExpressionSamples(
            features, [.. firstFeatures.SelectMany(value => Enumerable.Repeat(strength(value), RandomFaces.Movements.Count))],
            firstFeatures.Length);
    }
}

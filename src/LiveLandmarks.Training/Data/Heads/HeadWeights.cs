namespace LiveLandmarks.Training.Data.Heads;

/// <summary>Identity and expression of a head.</summary>
/// <param name="Identity">Weights of the first identity modes, in standard deviations; missing ones are 0.</param>
/// <param name="Expression">Weights of the expressions, 0 to 1.</param>
public sealed record HeadWeights(float[] Identity, float[] Expression)
{
    private const int MaxExpressions = 4;

    /// <summary>The neutral head, with all weights 0.</summary>
    public static HeadWeights Neutral { get; } = new([], []);

    /// <summary>Draws a random person with a random expression.</summary>
    /// <param name="model">The model.</param>
    /// <param name="random">Random numbers.</param>
    internal static HeadWeights Draw(FaceModel model, SampleRandom random)
    {
        var identity = new float[model.IdentityCount];
        for (var i = 0; i < identity.Length; i++)
            identity[i] = random.Normal();
        var expression = new float[model.Expressions.Count];
        for (var i = random.Below(MaxExpressions + 1); i > 0; i--)
            expression[random.Below(expression.Length)] = random.Share();
        return new HeadWeights(identity, expression);
    }
}

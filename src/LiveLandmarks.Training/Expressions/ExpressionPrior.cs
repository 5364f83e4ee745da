using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Data.Heads;

namespace LiveLandmarks.Training.Expressions;

/// <summary>
/// Draws the expressions of random people: a neutral face now and then, else a few movements, mostly the same on both sides, and often
/// those that people make together. Thread-safe.
/// </summary>
/// <param name="model">The face model, whose expressions are drawn.</param>
internal sealed class ExpressionPrior(FaceModel model)
{
    private const float Neutral = 0.15f, Typical = 0.45f, BothSides = 0.75f, OneSide = 0.5f;
    private const int MaxMovements = 6;

    // Movements that are not made together: the first of a pair that was drawn is kept.
    private static readonly (string, string)[] Opposites =
    [
        ("jawLeft", "jawRight"), ("mouthLeft", "mouthRight"), ("mouthSmile", "mouthFrown"), ("eyeWide", "eyeBlink"),
        ("eyeWide", "eyeSquint"),
        ("mouthPucker", "mouthStretch"), ("mouthPucker", "mouthSmile"), ("browOuterUp", "browDown"),
    ];

    // What people do at once, with the largest share of each movement.
    private static readonly (string Name, float Share)[][] Together =
    [
        [("mouthSmile", 1), ("cheekSquint", 0.8f), ("eyeSquint", 0.5f), ("mouthUpperUp", 0.3f), ("mouthDimple", 0.3f), ("jawOpen", 0.3f)],
        [("eyeBlink", 1)],
        [("eyeBlink", 1), ("mouthSmile", 0.7f), ("cheekSquint", 0.6f)],
        [("jawOpen", 1), ("mouthLowerDown", 0.5f), ("mouthUpperUp", 0.4f)],
        [("jawOpen", 0.8f), ("mouthFunnel", 0.8f)],
        [("mouthPucker", 1), ("mouthFunnel", 0.3f)],
        [("browInnerUp", 1), ("browOuterUp", 1), ("eyeWide", 0.8f), ("jawOpen", 0.7f)],
        [("browDown", 1), ("eyeSquint", 0.6f), ("noseSneer", 0.5f), ("mouthPress", 0.5f)],
        [("mouthFrown", 1), ("browInnerUp", 0.7f), ("mouthShrugLower", 0.6f)],
        [("noseSneer", 1), ("mouthUpperUp", 0.8f), ("browDown", 0.6f), ("cheekSquint", 0.5f)],
    ];

    private readonly Dictionary<string, int[]> movements = model.Expressions
        .Select((name, index) => (Name: name.Split('_')[0], Index: index))
        .GroupBy(side => side.Name).ToDictionary(group => group.Key, group => group.Select(side => side.Index).ToArray());

    private readonly string[] names = [.. model.Expressions.Select(name => name.Split('_')[0])
        .Where(name => !name.StartsWith("eyeLook", StringComparison.Ordinal)).Distinct()];

    /// <summary>Draws an expression.</summary>
    /// <param name="random">Random numbers.</param>
    /// <param name="looking">Probability that the eyes do not look straight ahead.</param>
    /// <returns>The weight of each of the model's expressions, 0 to 1.</returns>
    public float[] Draw(SampleRandom random, float looking = 0.4f)
    {
        var weights = new float[model.Expressions.Count];
        if (random.Happens(looking))
            Look(random, weights);
        if (random.Happens(Neutral))
            return weights;
        if (random.Happens(Typical))
        {
            var strength = random.Share();
            foreach (var (name, share) in Together[random.Below(Together.Length)])
                Move(name, share == 1 ? strength : share * strength * random.Between(0, 1.5f), random, weights);
            if (random.Happens(0.5f))
                return weights;
        }
        for (var i = 1 + random.Below(MaxMovements); i > 0; i--)
            Move(names[random.Below(names.Length)], random.Share(), random, weights);
        // The lips can close only as far as the jaw opens.
        weights[movements["mouthClose"][0]] *= weights[movements["jawOpen"][0]];
        return weights;
    }

    private void Move(string name, float strength, SampleRandom random, float[] weights)
    {
        if (Opposites.Any(pair => (pair.Item1 == name && IsMade(pair.Item2)) || (pair.Item2 == name && IsMade(pair.Item1))))
            return;
        var sides = movements[name];
        var both = sides.Length == 1 || name is "browInnerUp" or "cheekPuff" || random.Happens(BothSides);
        var only = random.Below(2);
        for (var side = 0; side < sides.Length; side++)
        {
            var weight = both ? strength : random.Happens(OneSide) ? strength * random.Share() : side == only ? strength : 0;
            weights[sides[side]] = Math.Clamp(weight, 0, 1);
        }

        bool IsMade(string other) => movements[other].Any(side => weights[side] > 0);
    }

    private void Look(SampleRandom random, float[] weights)
    {
        var (across, up) = (random.Around(1), random.Around(1));
        Set(across > 0 ? "eyeLookOut" : "eyeLookIn", 0, MathF.Abs(across));
        Set(across > 0 ? "eyeLookIn" : "eyeLookOut", 1, MathF.Abs(across));
        Set(up > 0 ? "eyeLookUp" : "eyeLookDown", 0, MathF.Abs(up));
        Set(up > 0 ? "eyeLookUp" : "eyeLookDown", 1, MathF.Abs(up));

        void Set(string name, int side, float weight) => weights[movements[name][side]] = weight;
    }
}

using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Expressions;
using LiveLandmarks.Training.Tests.Data.Heads;

namespace LiveLandmarks.Training.Tests.Expressions;

public class ExpressionPriorTests
{
    private const int Count = 6000;

    private static readonly Lazy<float[][]> Drawn = new(() =>
    {
        var prior = new ExpressionPrior(SharedModel.Heads);
        return [.. Enumerable.Range(0, Count).Select(i => prior.Draw(new SampleRandom(3, i)))];
    });

    [FaceModelFact]
    public void Weights_are_from_0_to_1_and_all_movements_are_made_now_and_then()
    {
        Assert.All(Drawn.Value.SelectMany(weights => weights), weight => Assert.InRange(weight, 0, 1));
        foreach (var name in SharedModel.Heads.Expressions.Where(name => name != "mouthClose"))
        {
            var strong = Drawn.Value.Count(weights => weights[SharedModel.Heads.Expression(name)] > 0.5f);
            Assert.True(strong > 0.01 * Count, $"{name}: in {strong} of {Count} draws");
        }
    }

    [FaceModelFact]
    public void Some_faces_are_neutral_and_fewer_than_half_look_aside()
    {
        Assert.InRange(Drawn.Value.Count(weights => !Moves(weights, "eyeLook", negate: true)) / (double)Count, 0.13, 0.17);
        Assert.InRange(Drawn.Value.Count(weights => Moves(weights, "eyeLook")) / (double)Count, 0.37, 0.43);
    }

    [FaceModelFact]
    public void Opposite_movements_are_not_made_at_once()
    {
        string[][] opposites =
        [
            ["jawLeft", "jawRight"], ["mouthLeft", "mouthRight"], ["mouthSmile", "mouthFrown"], ["eyeWide", "eyeBlink"],
            ["eyeWide", "eyeSquint"], ["mouthPucker", "mouthStretch"], ["mouthPucker", "mouthSmile"], ["browOuterUp", "browDown"],
            ["eyeLookUp", "eyeLookDown"],
        ];
        foreach (var pair in opposites)
        {
            Assert.Contains(Drawn.Value, weights => Moves(weights, pair[0]));
            Assert.Contains(Drawn.Value, weights => Moves(weights, pair[1]));
            Assert.DoesNotContain(Drawn.Value, weights => Moves(weights, pair[0]) && Moves(weights, pair[1]));
        }
    }

    [FaceModelFact]
    public void Both_sides_mostly_move_alike_and_brows_and_cheeks_always_do()
    {
        var names = SharedModel.Heads.Expressions.Where(name => name.EndsWith("_L", StringComparison.Ordinal)).Select(name => name[..^2]);
        foreach (var name in names.Where(name => !name.StartsWith("eyeLook", StringComparison.Ordinal)))
        {
            var (left, right) = (SharedModel.Heads.Expression($"{name}_L"), SharedModel.Heads.Expression($"{name}_R"));
            var made = Drawn.Value.Where(weights => weights[left] > 0 || weights[right] > 0).ToArray();
            var alike = made.Count(weights => weights[left] == weights[right]) / (double)made.Length;
            if (name is "browInnerUp" or "cheekPuff")
                Assert.Equal(1, alike);
            else
                Assert.InRange(alike, 0.65, 0.85);
            // Neither side is preferred.
            var unlike = made.Where(weights => weights[left] != weights[right]).ToArray();
            var more = unlike.Count(weights => weights[left] > weights[right]) / (double)unlike.Length;
            Assert.True(alike == 1 || more is > 0.35 and < 0.65, $"{name}: the left one is stronger in {more:p0}");
        }
    }

    [FaceModelFact]
    public void Both_eyes_look_the_same_way()
    {
        foreach (var weights in Drawn.Value)
        {
            Assert.Equal(Of(weights, "eyeLookOut_L"), Of(weights, "eyeLookIn_R"));
            Assert.Equal(Of(weights, "eyeLookIn_L"), Of(weights, "eyeLookOut_R"));
            Assert.Equal(Of(weights, "eyeLookUp_L"), Of(weights, "eyeLookUp_R"));
            Assert.Equal(Of(weights, "eyeLookDown_L"), Of(weights, "eyeLookDown_R"));
            Assert.True(Of(weights, "eyeLookOut_L") == 0 || Of(weights, "eyeLookIn_L") == 0);
        }
    }

    [FaceModelFact]
    public void The_lips_close_only_as_far_as_the_jaw_opens()
    {
        Assert.Contains(Drawn.Value, weights => Of(weights, "mouthClose") > 0.1f);
        Assert.All(Drawn.Value, weights => Assert.InRange(Of(weights, "mouthClose"), 0, Of(weights, "jawOpen")));
    }

    [FaceModelFact]
    public void The_same_random_numbers_give_the_same_expression()
    {
        var prior = new ExpressionPrior(SharedModel.Heads);
        Assert.Equal(Drawn.Value[7], prior.Draw(new SampleRandom(3, 7)));
        Assert.NotEqual(Drawn.Value[8], prior.Draw(new SampleRandom(3, 7)));
    }

    private static float Of(float[] weights, string name) => weights[SharedModel.Heads.Expression(name)];

    private static bool Moves(float[] weights, string start, bool negate = false) => SharedModel.Heads.Expressions.Index()
        .Any(name => name.Item.StartsWith(start, StringComparison.Ordinal) != negate && weights[name.Index] > 0);
}

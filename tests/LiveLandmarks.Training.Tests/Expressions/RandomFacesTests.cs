using LiveLandmarks.Expression;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Expressions;
using LiveLandmarks.Training.Tests.Data.Heads;
using Xunit.Abstractions;

namespace LiveLandmarks.Training.Tests.Expressions;

public class RandomFacesTests(ITestOutputHelper output)
{
    private const int Count = 3000;
    private const int RightCorner = 48, LeftCorner = 54, Chin = 8, UpperLip = 62, LowerLip = 66;

    private static readonly Lazy<RandomFaces> People = new(() => new RandomFaces(SharedModel.Heads, LandmarkErrors.None));
    private static readonly Lazy<ExpressionSamples> Drawn =
        new(() => ExpressionSamples.Draw(People.Value, Count, 1, neutral: false, CancellationToken.None));

    private static readonly Lazy<ExpressionSamples> Neutral =
        new(() => ExpressionSamples.Draw(People.Value, Count / 3, 2, neutral: true, CancellationToken.None));

    [FaceModelFact]
    public void All_movements_but_looks_and_the_tongue_are_in_the_face_model()
    {
        Assert.Equal(RandomFaces.Movements.Count, RandomFaces.Movements.Distinct().Count());
        Assert.InRange(RandomFaces.Movements.Count, 41, 43);
        Assert.DoesNotContain(Blendshape.TongueOut, RandomFaces.Movements);
        Assert.DoesNotContain(Blendshape.EyeLookInLeft, RandomFaces.Movements);
        foreach (var movement in RandomFaces.Movements)
        {
            var strengths = Strengths(Drawn.Value, movement);
            Assert.True(strengths.Max() > (movement == Blendshape.MouthClose ? 0.2f : 0.8f), $"{movement}: at most {strengths.Max()}");
            Assert.Equal(0, strengths.Min());
        }
    }

    /// <summary>Correlations are low: people and poses differ more than movements. The other direction would make them negative.</summary>
    [FaceModelFact]
    public void Left_is_the_persons_left_and_a_smile_moves_the_corners_of_the_mouth_up()
    {
        // y points to the chin.
        Assert.InRange(Correlation(Blendshape.MouthSmileLeft, face => -Y(face, LeftCorner)), 0.15, 1);
        Assert.InRange(Correlation(Blendshape.MouthSmileRight, face => -Y(face, RightCorner)), 0.15, 1);
        float[] sides = [.. Strengths(Drawn.Value, Blendshape.MouthSmileLeft).Zip(
            Strengths(Drawn.Value, Blendshape.MouthSmileRight), (left, right) => left - right)];
        Assert.InRange(Correlation(sides, face => Y(face, RightCorner) - Y(face, LeftCorner)), 0.07, 1);
        Assert.InRange(Correlation(Blendshape.MouthFrownLeft, face => Y(face, LeftCorner)), 0.05, 1);
    }

    [FaceModelFact]
    public void Jaw_lids_brows_and_lips_move_as_their_movements_are_named()
    {
        Assert.InRange(Correlation(Blendshape.JawOpen, face => Y(face, LowerLip) - Y(face, UpperLip)), 0.5, 1);
        Assert.InRange(Correlation(Blendshape.JawOpen, face => Y(face, Chin)), 0.2, 1);
        Assert.InRange(Correlation(Blendshape.EyeWideLeft, face => Y(face, 47) - Y(face, 43)), 0.1, 1);
        Assert.InRange(Correlation(Blendshape.EyeWideRight, face => Y(face, 41) - Y(face, 37)), 0.1, 1);
        Assert.InRange(Correlation(Blendshape.BrowInnerUp, face => -Y(face, 21) - Y(face, 22)), 0.07, 1);
        Assert.InRange(Correlation(Blendshape.MouthLeft, face => face[2 * LowerLip]), 0.07, 1);
        Assert.InRange(Correlation(Blendshape.MouthRight, face => -face[2 * LowerLip]), 0.07, 1);
    }

    [FaceModelFact]
    public void Neutral_people_make_no_movement_and_their_mouths_are_nearly_shut()
    {
        Assert.All(Neutral.Value.Strengths, strength => Assert.Equal(0, strength));
        float[] gaps = [.. Faces(Neutral.Value).Select(face => Y(face, LowerLip) - Y(face, UpperLip))];
        float[] open = [.. Faces(Drawn.Value).Zip(Strengths(Drawn.Value, Blendshape.JawOpen)).Where(face => face.Second > 0.7f)
            .Select(face => Y(face.First, LowerLip) - Y(face.First, UpperLip))];
        // In units of 5 cm.
        Assert.InRange(gaps.Average(), -0.02, 0.1);
        Assert.True(open.Average() > gaps.Average() + 0.15, $"{open.Average()} wide open, {gaps.Average()} neutral");
        // They differ from each other: other people in other poses.
        Assert.True(Faces(Neutral.Value).Select(face => Y(face, Chin)).Distinct().Count() > Neutral.Value.Count / 2);
    }

    /// <summary>The gaze is relative to the pose that the library finds, which is off by some degrees.</summary>
    [FaceModelFact]
    public void Eyes_look_as_far_down_as_up_and_to_both_sides_and_their_pupils_follow()
    {
        var eyes = ExpressionSamples.DrawGazes(People.Value, 1000, 4, CancellationToken.None);
        float[] yaws = [.. eyes.Strengths.Where((_, i) => i % 2 == 0)], pitches = [.. eyes.Strengths.Where((_, i) => i % 2 == 1)];
        foreach (var angles in new[] { yaws, pitches })
        {
            Assert.InRange(ExpressionFeatures.Degrees * angles.Max(), 30, 50);
            Assert.InRange(ExpressionFeatures.Degrees * angles.Min(), -50, -30);
            Assert.InRange(ExpressionFeatures.Degrees * angles.Average(), -8, 8);
        }
        // Of heads that nearly face the camera. y points to the chin.
        int[] frontal = [.. Enumerable.Range(0, eyes.Count).Where(i => MathF.Abs(Feature(i, ExpressionFeatures.Angles)) < 0.3f
            && MathF.Abs(Feature(i, ExpressionFeatures.Angles + 1)) < 0.3f)];
        Assert.True(frontal.Length > 30);
        Assert.True(frontal.MaxBy(i => pitches[i]) is var up && frontal.MinBy(i => pitches[i]) is var down
            && Pupil(up, 1) < Pupil(down, 1) - 0.1f);
        Assert.True(frontal.MaxBy(i => yaws[i]) is var left && frontal.MinBy(i => yaws[i]) is var right
            && Pupil(left, 0) > Pupil(right, 0) + 0.1f);

        float Feature(int eye, int feature) => eyes.Features[eye * eyes.Inputs + feature];

        // From the outer corner.
        float Pupil(int eye, int axis) => Feature(eye, ExpressionFeatures.Count + axis) - Feature(eye, 2 * 36 + axis);
    }

    [FaceModelFact]
    public void Heads_turn_by_up_to_45_degrees_and_nearly_frontal_ones_less()
    {
        float[] yaws = [.. Faces(Drawn.Value).Select(face => 30 * face[ExpressionFeatures.Angles])];
        Assert.InRange(yaws.Max(), 40, 55);
        Assert.InRange(yaws.Min(), -55, -40);
        Assert.Equal(0, yaws.Average(), 2f);
        var features = new float[ExpressionFeatures.Count];
        for (var i = 0; i < 200; i++)
        {
            People.Value.DrawNeutral(new SampleRandom(4, i), 10, features);
            // People's noses are not that of the average head, from which the pose is found.
            Assert.InRange(30 * features[ExpressionFeatures.Angles], -16, 16);
        }
    }

    [FaceModelFact]
    public void An_offset_is_added_to_the_features()
    {
        float[] offset = [.. Enumerable.Range(0, ExpressionFeatures.Count).Select(i => i / 100f)];
        var moved = new RandomFaces(SharedModel.Heads, LandmarkErrors.None) { Offset = offset };
        var (without, with) = (new float[ExpressionFeatures.Count], new float[ExpressionFeatures.Count]);
        var strengths = new float[RandomFaces.Movements.Count];
        People.Value.Draw(new SampleRandom(1, 5), without, strengths);
        moved.Draw(new SampleRandom(1, 5), with, strengths);
        Assert.Equal(offset, with.Zip(without, (a, b) => a - b), (a, b) => MathF.Abs(a - b) < 1e-5f);
    }

    [FaceModelFact]
    public void The_same_seed_gives_the_same_faces_and_another_one_others()
    {
        var again = ExpressionSamples.Draw(People.Value, 50, 1, neutral: false, CancellationToken.None);
        Assert.Equal(Drawn.Value.Features[..again.Features.Length], again.Features);
        Assert.Equal(Drawn.Value.Strengths[..again.Strengths.Length], again.Strengths);
        Assert.NotEqual(again.Features, ExpressionSamples.Draw(People.Value, 50, 9, neutral: false, CancellationToken.None).Features);
    }

    [FaceModelFact]
    public void Drawing_can_be_stopped() => Assert.Throws<OperationCanceledException>(
        () => ExpressionSamples.Draw(People.Value, 1_000_000, 1, neutral: false, new CancellationToken(canceled: true)));

    private static float Y(float[] face, int landmark) => face[2 * landmark + 1];

    private static IEnumerable<float[]> Faces(ExpressionSamples samples) => samples.Features.Chunk(ExpressionFeatures.Count);

    private static float[] Strengths(ExpressionSamples samples, Blendshape movement)
    {
        var column = RandomFaces.Movements.Index().Single(known => known.Item == movement).Index;
        return [.. samples.Strengths.Chunk(RandomFaces.Movements.Count).Select(face => face[column])];
    }

    private double Correlation(Blendshape movement, Func<float[], float> measure)
    {
        var correlation = Correlation(Strengths(Drawn.Value, movement), measure);
        output.WriteLine($"{movement}: {correlation:0.00}");
        return correlation;
    }

    private static double Correlation(float[] strengths, Func<float[], float> measure)
    {
        float[] measured = [.. Faces(Drawn.Value).Select(measure)];
        var (a, b) = (strengths.Average(), measured.Average());
        double product = 0, first = 0, second = 0;
        foreach (var (x, y) in strengths.Zip(measured))
            (product, first, second) = (product + (x - a) * (y - b), first + (x - a) * (x - a), second + (y - b) * (y - b));
        return product / Math.Sqrt(first * second);
    }
}

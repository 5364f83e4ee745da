using LiveLandmarks.Training.Expressions;
using LiveLandmarks.Training.Tests.Data.Heads;
using LiveLandmarks.Training.Tests.Training;
using Xunit.Abstractions;

namespace LiveLandmarks.Training.Tests.Expressions;

[Collection(TorchSeed.Name)]
public class ExpressionTrainerTests(ITestOutputHelper output)
{
    private static readonly float[] Shares = [.. Enumerable.Range(0, 1001).Select(i => i / 1000f)];

    [FaceModelFact]
    public void A_short_training_learns_that_the_jaw_opens()
    {
        List<(int Epoch, double Loss)> epochs = [];
        var people = new RandomFaces(SharedModel.Heads, LandmarkErrors.None);
        var trainer = new ExpressionTrainer(new ExpressionOptions { Epochs = 8, Width = 64, Batch = 128 })
            { Report = (epoch, loss) => epochs.Add((epoch, loss)) };
        using var network = trainer.Train(
            ExpressionSamples.Draw(people, 5000, 1, neutral: false, CancellationToken.None), CancellationToken.None);
        var tests = ExpressionTest.Run(
            network, ExpressionSamples.Draw(people, 1500, 2, neutral: false, CancellationToken.None),
            ExpressionSamples.Draw(people, 500, 3, neutral: true, CancellationToken.None));
        Assert.Equal(RandomFaces.Movements, tests.Select(test => test.Movement));
        var jaw = tests.Single(test => test.Movement == Blendshape.JawOpen);
        output.WriteLine($"jawOpen: {jaw}; losses {string.Join(' ', epochs.Select(epoch => $"{epoch.Loss:0.0000}"))}");
        Assert.InRange(jaw.Correlation, 0.5, 1);
        Assert.InRange(jaw.Error, 0, 0.15);
        Assert.Equal(Enumerable.Range(1, 8), epochs.Select(epoch => epoch.Epoch));
        Assert.True(epochs[^1].Loss < 0.8 * epochs[0].Loss);
    }

    [Fact]
    public void A_training_can_be_stopped() => Assert.Throws<OperationCanceledException>(() =>
        new ExpressionTrainer(new ExpressionOptions()).Train(
            PassingNetwork.Faces(Shares, value => value), new CancellationToken(canceled: true)));

    [Fact]
    public void The_features_need_not_be_normalized_for_the_trained_network()
    {
        // Much larger than 1 and far from 0; the other features never change.
        float[] first = [.. Shares.Select(share => 500 + 20 * share)];
        var samples = PassingNetwork.Faces(first, value => (value - 500) / 20);
        for (var i = 0; i < samples.Features.Length; i++)
            samples.Features[i] += 1e-3f * MathF.Sin(i);
        using var network = new ExpressionTrainer(new ExpressionOptions { Epochs = 30, Width = 16, Batch = 32 })
            .Train(samples, CancellationToken.None);
        Assert.Equal(samples.Strengths, ExpressionTrainer.Strengths(network, samples), (a, b) => MathF.Abs(a - b) < 0.15f);
    }

    [Fact]
    public void Strengths_are_limited_to_0_and_1()
    {
        using var network = PassingNetwork.Make((1, -0.5f));
        var found = ExpressionTrainer.Strengths(network, PassingNetwork.Faces([-3, 0.25f, 7], value => value));
        Assert.Equal([0f, 0.25f, 1f], found.Where((_, i) => i % RandomFaces.Movements.Count == 0));
        Assert.Equal([0f, 0f, 1f], found.Where((_, i) => i % RandomFaces.Movements.Count == 1));
    }

    [Fact]
    public void After_it_is_made_quiet_a_network_rests_on_neutral_faces_and_1_stays_1()
    {
        const int Calm = 5;
        using var network = PassingNetwork.Make((Calm, -0.35f));
        // Up to 0.4 on neutral faces, and only up to 0.05 for the calm movement.
        float[] neutral = [.. Shares.Select(share => 0.4f * share)];
        ExpressionTrainer.Quiet(network, PassingNetwork.Faces(neutral, _ => 0));
        var found = ExpressionTrainer.Strengths(network, PassingNetwork.Faces(neutral, _ => 0));
        var resting = found.Where((_, i) => i % RandomFaces.Movements.Count == 0).ToArray();
        Assert.InRange(resting.Count(strength => strength < 0.1f) / (double)resting.Length, 0.95, 1);
        // No more than that is lost.
        Assert.True(resting.Max() > 0.08f);
        Assert.Equal(0.05f, found.Where((_, i) => i % RandomFaces.Movements.Count == Calm).Max(), 1e-3f);

        var strong = ExpressionTrainer.Strengths(network, PassingNetwork.Faces([0.7f, 1], _ => 0));
        Assert.Equal(1, strong[RandomFaces.Movements.Count], 1e-4f);
        Assert.InRange(strong[0], 0.4f, 0.6f);
        Assert.Equal(0.35f, strong[Calm], 1e-4f);
    }

    [Fact]
    public void A_test_gives_correlation_error_and_what_neutral_faces_reach()
    {
        using var network = PassingNetwork.Make((1, 0.25f));
        float[] half = [.. Shares.Select(share => share / 2)];
        var (faces, neutral) = (PassingNetwork.Faces(half, value => value), PassingNetwork.Faces(half, _ => 0));
        var tests = ExpressionTest.Run(network, faces, neutral);
        Assert.Equal(1, tests[0].Correlation, 1e-4);
        Assert.Equal(0, tests[0].Error, 1e-4);
        Assert.Equal(0.475, tests[0].OnNeutral, 1e-3);
        Assert.Equal(0.25, tests[1].Error, 1e-3);
        Assert.Equal(-1, ExpressionTest.Run(network, PassingNetwork.Faces(half, value => 1 - value), neutral)[0].Correlation, 1e-4);
        // A network that always says the same tells nothing.
        using var silent = PassingNetwork.Make((0, -1));
        Assert.Equal(0, ExpressionTest.Run(silent, faces, neutral)[0].Correlation);
    }
}

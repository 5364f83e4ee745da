using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Losses;
using LiveLandmarks.Training.Training;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Training;

public class SamplePoolTests
{
    private static readonly LandmarkScheme Scheme = LandmarkScheme.Ibug68;

    private static readonly ReuseOptions Options = new()
    {
        Times = 3, Batches = 4, FirstBatches = 2, Rotation = 0, Scale = 0, Translation = 0, MirrorChance = 0, Gain = 0, Contrast = 0,
        Noise = 0, OcclusionChance = 0,
    };

    [Fact]
    public void Each_batch_is_requested_once_and_used_until_newer_ones_replace_it()
    {
        var source = new NumberedBatches();
        using var pool = new SamplePool(source, Options, Scheme, seed: 1, coveredHeight: 1, CPU);
        var seen = new List<HashSet<int>>();
        for (var step = 0; step < 30; step++)
        {
            using var scope = NewDisposeScope();
            var images = pool.Next(step, null).Images;
            seen.Add([.. Enumerable.Range(0, NumberedBatches.Count).Select(i => (int)MathF.Round(255 * images[i, 0, 0, 0].item<float>()))]);
        }
        Assert.Equal(Enumerable.Range(0, 11).Select(step => (long)step), source.Asked);
        Assert.All(seen.Take(3), batches => Assert.Subset(new HashSet<int> { 0, 1 }, batches));
        // At step 29 the newest batch is 10, and 4 batches are kept.
        Assert.Subset(new HashSet<int> { 7, 8, 9, 10 }, seen[29]);
        Assert.True(seen.SelectMany(batches => batches).Distinct().Count() >= 10);
    }

    [Fact]
    public void Pictures_and_targets_belong_together()
    {
        using var pool = new SamplePool(new NumberedBatches(), Options, Scheme, seed: 1, coveredHeight: 1, CPU);
        using var scope = NewDisposeScope();
        var (images, target, weights) = pool.Next(0, new LossWeights());
        for (var i = 0; i < NumberedBatches.Count; i++)
        {
            var number = (int)MathF.Round(255 * images[i, 0, 0, 0].item<float>());
            Assert.Equal(5 + number, target[i, 0].argmax().item<long>() % NumberedBatches.MapSize);
        }
        Assert.Equal(target.shape, weights!.shape);
    }

    [Fact]
    public void A_resumed_training_requests_the_batches_of_its_step()
    {
        var source = new NumberedBatches();
        using var pool = new SamplePool(source, Options, Scheme, seed: 1, coveredHeight: 1, CPU);
        using var scope = NewDisposeScope();
        pool.Next(20, null);
        Assert.Equal([6L, 7L], source.Asked);
    }

    [Fact]
    public void The_same_steps_have_the_same_samples()
    {
        Assert.Equal(First(), First());

        static float[] First()
        {
            using var pool = new SamplePool(
                new NumberedBatches(), Options with { Rotation = 20, MirrorChance = 0.5f }, Scheme, seed: 4, coveredHeight: 1, CPU);
            using var scope = NewDisposeScope();
            var (images, target, _) = pool.Next(0, null);
            return [.. images.data<float>(), .. target.data<float>()];
        }
    }

    /// <summary>Batches whose pictures have a uniform gray level, the number of the batch, and whose landmarks lie at x = 5 + this
    /// number.</summary>
    private sealed class NumberedBatches : IBatchSource
    {
        public const int Count = 4, MapSize = 16;

        public List<long> Asked { get; } = [];

        public Batch Next(long step)
        {
            Asked.Add(step);
            var batch = Batch.OfPoints(Count, 4 * MapSize, MapSize, Scheme.Count, boundary: true);
            Array.Fill(batch.Images, step % 256 / 255f);
            for (var i = 0; i < batch.Points.Length; i += 3)
                (batch.Points[i], batch.Points[i + 1], batch.Points[i + 2]) = (5 + step, 8, 1);
            return batch;
        }

        public void Return(Batch batch)
        {
        }

        public void Dispose()
        {
        }
    }
}

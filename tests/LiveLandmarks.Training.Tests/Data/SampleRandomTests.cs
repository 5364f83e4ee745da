using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Tests.Data;

public class SampleRandomTests
{
    [Fact]
    public void A_different_seed_sample_or_purpose_gives_a_different_sequence()
    {
        ulong[] first = [Start(1, 2, 3), Start(2, 2, 3), Start(1, 3, 3), Start(1, 2, 4), Start(-1, 2, 3), Start(2, 1, 3)];
        Assert.Equal(first.Length, first.Distinct().Count());
        Assert.Equal(first[0], Start(1, 2, 3));

        static ulong Start(long seed, long sample, int purpose) => new SampleRandom(seed, sample, purpose).Next();
    }

    [Fact]
    public void Numbers_are_uniform_across_samples_and_within_one_sample()
    {
        Even(Enumerable.Range(0, 20000).Select(i => new SampleRandom(7, i).Share()));
        var random = new SampleRandom(7, 0);
        Even(Enumerable.Range(0, 20000).Select(_ => random.Share()));

        static void Even(IEnumerable<float> shares)
        {
            var tenths = shares.GroupBy(share => (int)(10 * share)).ToDictionary(group => group.Key, group => group.Count());
            Assert.Equal(Enumerable.Range(0, 10), tenths.Keys.Order());
            Assert.All(tenths.Values, count => Assert.InRange(count, 1850, 2150));
        }
    }

    [Fact]
    public void Integers_take_every_value_below_their_limit()
    {
        var random = new SampleRandom(1, 1);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], Enumerable.Range(0, 500).Select(_ => random.Below(7)).Distinct().Order());
    }

    [Fact]
    public void Normal_numbers_have_mean_0_and_deviation_1()
    {
        var random = new SampleRandom(3, 1);
        var numbers = Enumerable.Range(0, 50000).Select(_ => random.Normal()).ToList();
        Assert.Equal(0, numbers.Average(), 0.02);
        Assert.Equal(1, Math.Sqrt(numbers.Average(number => number * number)), 0.02);
        Assert.All(numbers, number => Assert.True(float.IsFinite(number)));
    }
}

using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Tests.Data;

/// <summary>What fails on a worker's thread reaches whoever asks for the batch; there it would end the process.</summary>
public class BatchWorkersTests
{
    private static readonly Func<Batch> Small = () => new Batch(1, 4, 1, 1);

    [Fact]
    public void A_renderer_that_does_not_start() => ShouldFail(new BatchWorkers(2, 2, Small, () => throw new OddException()));

    [Fact]
    public void A_batch_that_cannot_be_made() =>
        ShouldFail(new BatchWorkers(2, 2, () => throw new OddException(), () => new Renderer(() => { })));

    [Fact]
    public void A_batch_that_cannot_be_filled() =>
        ShouldFail(new BatchWorkers(2, 2, Small, () => new Renderer(() => throw new OddException())));

    [Fact]
    public void One_failure_does_not_end_the_others()
    {
        var calls = 0;
        using var workers = new BatchWorkers(
            1, 1, Small, () => Interlocked.Increment(ref calls) == 1 ? throw new OddException() : new Renderer(() => { }));
        Assert.Throws<OddException>(() => workers.Next(0));
        Assert.NotNull(workers.Next(1));
    }

    private static void ShouldFail(BatchWorkers workers)
    {
        using (workers)
        {
            Assert.Throws<OddException>(() => workers.Next(0));
            Assert.Throws<OddException>(() => workers.Next(1));
        }
    }

    private sealed class OddException() : Exception("odd");

    private sealed class Renderer(Action fill) : IBatchRenderer
    {
        public void Fill(Batch batch, long step) => fill();

        public void Dispose()
        {
        }
    }
}

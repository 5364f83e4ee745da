using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Tests.Data;

/// <summary>An exception on a worker's thread reaches the caller of Next; on the thread it would end the process.</summary>
public class BatchWorkersTests
{
    private static readonly Func<Batch> Small = () => new Batch(1, 4, 1, 1);

    [Fact]
    public void A_failure_to_create_a_renderer_reaches_the_caller() =>
        ShouldFail(new BatchWorkers(2, 2, Small, () => throw new OddException()));

    [Fact]
    public void A_failure_to_create_a_batch_reaches_the_caller() =>
        ShouldFail(new BatchWorkers(2, 2, () => throw new OddException(), () => new Renderer(() => { })));

    [Fact]
    public void A_failure_to_fill_a_batch_reaches_the_caller() =>
        ShouldFail(new BatchWorkers(2, 2, Small, () => new Renderer(() => throw new OddException())));

    [Fact]
    public void After_a_failure_the_next_batch_still_arrives()
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

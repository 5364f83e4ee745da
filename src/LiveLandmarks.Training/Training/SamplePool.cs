using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Losses;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Training;

/// <summary>
/// A pool of prepared samples on the device where the network learns, used several times and augmented again each time
/// (<see cref="SampleWarp"/>). Which samples a step gets, and how they are moved, depends on the seed, the step and the added batches
/// alone; their noise comes from torch's generator. Not thread-safe.
/// </summary>
/// <param name="source">Prepares batches; not disposed here.</param>
/// <param name="options">How often samples are used, and how they are augmented.</param>
/// <param name="scheme">The landmarks.</param>
/// <param name="seed">The training's seed.</param>
/// <param name="coveredHeight">Factor for the height of the heatmaps of landmarks that are covered anew.</param>
/// <param name="device">Where the network learns.</param>
internal sealed class SamplePool(
    IBatchSource source, ReuseOptions options, LandmarkScheme scheme, long seed, float coveredHeight, Device device) : IDisposable
{
    private const int OrderPurpose = 20;

    private Tensor? images, points, boundary;
    private int batchSize, mapSize, filled, slot;

    /// <summary>The batch of a step, in the current dispose scope.</summary>
    /// <param name="step">Number of the step.</param>
    /// <param name="weights">How much more marked cells count; null to weight all cells equally.</param>
    public BatchTensors Next(long step, LossWeights? weights)
    {
        Fill(step);
        using var scope = NewDisposeScope();
        using var constants = no_grad();
        var random = new SampleRandom(seed, step, OrderPurpose);
        long[] places = [.. Enumerable.Range(0, batchSize).Select(_ => (long)random.Below(filled * batchSize))];
        var order = tensor(places, device: device);
        var warp = SampleWarp.Draw(batchSize, options, random, device);
        var crops = warp.Images(images!.index_select(0, order).to(ScalarType.Float32) / byte.MaxValue);
        var target = TargetMaps.Draw(
            warp.Points(points!.index_select(0, order), scheme, mapSize, coveredHeight), boundary is null
            ? null
            : warp.Maps(boundary.index_select(0, order)), mapSize);
        return new BatchTensors(crops.MoveToOuterDisposeScope(), target.MoveToOuterDisposeScope(),
            weights?.FromMask(weights.MaskOf(target)).MoveToOuterDisposeScope());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        images?.Dispose();
        points?.Dispose();
        boundary?.Dispose();
    }

    private void Fill(long step)
    {
        if (filled == 0)
        {
            for (var i = 0; i < options.FirstBatches; i++)
                Add(source.Next(step / options.Times + i));
        }
        else if (step % options.Times == 0)
        {
            Add(source.Next(step / options.Times + options.FirstBatches - 1));
        }
    }

    private void Add(Batch batch)
    {
        using var scope = NewDisposeScope();
        using var constants = no_grad();
        if (!batch.HasPoints)
            throw new TrainingException(
                "Samples can be used again only where heatmaps are drawn from landmarks; leave \"reuse\" out of the preset.");
        var (pictures, places, outline) =
            (BatchTensors.ImagesOf(batch, device), BatchTensors.PointsOf(batch, device), BatchTensors.BoundaryOf(batch, device));
        source.Return(batch);
        if (images is null)
        {
            (batchSize, mapSize) = (batch.Count, batch.MapSize);
            images = Room(pictures, ScalarType.Byte);
            points = Room(places, ScalarType.Float32);
            boundary = outline is null ? null : Room(outline, ScalarType.Float32);
        }
        Put(images, pictures.mul(byte.MaxValue).round());
        Put(points!, places);
        if (outline is not null)
            Put(boundary!, outline);
        slot = (slot + 1) % options.Batches;
        filled = Math.Min(filled + 1, options.Batches);
    }

    private Tensor Room(Tensor batch, ScalarType type) =>
        empty([options.Batches * batch.shape[0], .. batch.shape[1..]], type, device).DetachFromDisposeScope();

    private void Put(Tensor pool, Tensor batch) => pool.narrow(0, slot * batchSize, batchSize).copy_(batch);
}

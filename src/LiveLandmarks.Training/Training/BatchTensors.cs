using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Training;

/// <summary>A batch on the device where the network learns, in the dispose scope in which it was made.</summary>
/// <param name="Images">[N, 3, S, S]: RGB, 0 to 1.</param>
/// <param name="Target">[N, C, map, map]: the desired output.</param>
/// <param name="Weights">Factor of each cell for the loss, [N, C, map, map]; null for 1 everywhere.</param>
internal sealed record BatchTensors(Tensor Images, Tensor Target, Tensor? Weights)
{
    /// <summary>Copies a batch, which may then be returned to its source.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="weights">How much more marked cells count; null to weight all cells equally.</param>
    /// <param name="device">Where to copy the batch.</param>
    public static BatchTensors Of(Batch batch, LossWeights? weights, Device device)
    {
        var images = ImagesOf(batch, device);
        if (batch.HasPoints)
        {
            var target = TargetMaps.Draw(PointsOf(batch, device), BoundaryOf(batch, device), batch.MapSize);
            return new BatchTensors(images, target, weights?.FromMask(weights.MaskOf(target)));
        }
        long[] maps = [batch.Count, batch.Channels, batch.MapSize, batch.MapSize];
        return new BatchTensors(images, Copy(batch.Heatmaps, maps, device), weights?.FromMask(Copy(batch.Weights, maps, device)));
    }

    /// <summary>A batch's pictures, [N, 3, S, S]: RGB, 0 to 1.</summary>
    public static Tensor ImagesOf(Batch batch, Device device) =>
        Copy(batch.Images, [batch.Count, 3, batch.InputSize, batch.InputSize], device);

    /// <summary>A batch's landmarks, [N, landmarks, 3]: x and y in cells, and the height of the heatmap.</summary>
    public static Tensor PointsOf(Batch batch, Device device) => Copy(batch.Points, [batch.Count, -1, 3], device);

    /// <summary>A batch's boundary maps, [N, 1, map, map]; null if the network predicts none.</summary>
    public static Tensor? BoundaryOf(Batch batch, Device device) =>
        batch.Boundary.Length == 0 ? null : Copy(batch.Boundary, [batch.Count, 1, batch.MapSize, batch.MapSize], device);

    /// <summary>Copies once, without a managed copy that the garbage collector would have to free.</summary>
    private static Tensor Copy(float[] values, long[] shape, Device device)
    {
        using var scope = NewDisposeScope();
        var shared = from_array(values).reshape(shape);
        return (device.type == DeviceType.CPU ? shared.clone() : shared.to(device)).MoveToOuterDisposeScope();
    }
}

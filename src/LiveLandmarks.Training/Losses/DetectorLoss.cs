using static TorchSharp.torch;

namespace LiveLandmarks.Training.Losses;

/// <summary>
/// The loss of the single-stage face detector, whose first channel scores the cells and whose other channels give the place and size of the
/// face: <paramref name="score"/> on the first, averaged over all cells, plus <paramref name="geometry"/> on the others, averaged over the
/// cells whose weight is not 0, that is, those with a face.
/// </summary>
/// <param name="score">Loss of the score map.</param>
/// <param name="geometry">Loss of offset and size.</param>
/// <param name="geometryFactor">Weight of the geometry loss relative to the score loss.</param>
/// <remarks>Weights are required: without them, background cells would also have to predict the place of a face.</remarks>
public sealed class DetectorLoss(HeatmapLoss score, HeatmapLoss geometry, double geometryFactor = 1) : HeatmapLoss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor predicted, Tensor target, Tensor? weights = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        using var scope = NewDisposeScope();
        var others = predicted.shape[1] - 1;
        var scores = score.Of(predicted.narrow(1, 0, 1), target.narrow(1, 0, 1), weights.narrow(1, 0, 1));
        var geometryWeights = weights.narrow(1, 1, others);
        var cells = geometry.OfCells(predicted.narrow(1, 1, others), target.narrow(1, 1, others)) * geometryWeights;
        var placed = cells.sum() / geometryWeights.sum().clamp(min: 1);
        return (scores + placed * geometryFactor).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected internal override Tensor OfCells(Tensor predicted, Tensor target) =>
        throw new NotSupportedException("The channels of a detector have different losses; ask for the loss of the batch.");
}

using LiveLandmarks.Training.Losses;

namespace LiveLandmarks.Training.Training;

/// <summary>The loss and its parameters.</summary>
public sealed record LossOptions
{
    /// <summary>Which loss.</summary>
    public LossKind Kind { get; init; } = LossKind.AWing;

    /// <summary>Parameters of the Adaptive Wing loss, for <see cref="LossKind.AWing"/> and <see cref="LossKind.Detector"/>.</summary>
    public AWingOptions AWing { get; init; } = new();

    /// <summary>Parameters of the Wing loss, for <see cref="LossKind.Wing"/>; unlike the paper's, scaled to heatmap values.</summary>
    public WingOptions Wing { get; init; } = new(0.5, 0.1);

    /// <summary>Weight of offset and size relative to the score, for <see cref="LossKind.Detector"/>.</summary>
    public double GeometryFactor { get; init; } = 1;

    /// <summary>Makes the loss.</summary>
    public HeatmapLoss Create() => Kind switch
    {
        LossKind.AWing => new AWingLoss(AWing),
        LossKind.Wing => new WingLoss(Wing),
        LossKind.Mse => new MseLoss(),
        LossKind.L1 => new L1Loss(),
        LossKind.L2 => new L2Loss(),
        LossKind.SmoothL1 => new SmoothL1Loss(),
        LossKind.Detector => new DetectorLoss(new AWingLoss(AWing), new L1Loss(), GeometryFactor),
        _ => throw new InvalidOperationException($"There is no loss {Kind}."),
    };
}

namespace LiveLandmarks.Training.Training;

/// <summary>Learning from another network's heatmaps in addition to the annotations (Hinton, Vinyals and Dean, "Distilling the Knowledge in
/// a Neural Network", 2015).</summary>
/// <param name="Weight">Weight of the loss against the teacher's heatmaps, relative to the loss against the annotations; above 0.</param>
public sealed record DistillationOptions(double Weight = 1);

namespace LiveLandmarks.Training.Export;

/// <summary>What the makers of a model state about it.</summary>
/// <param name="Name">The model's name, also used for its files.</param>
/// <param name="License">License terms of the weights.</param>
/// <param name="TrainingData">Data that the weights were trained on.</param>
internal sealed record ModelDescription(string Name, string License, string TrainingData);

namespace LiveLandmarks.Training.Export;

/// <summary>What its makers say of a model.</summary>
/// <param name="Name">The model's name, which is also that of its files.</param>
/// <param name="License">What one may do with the weights.</param>
/// <param name="TrainingData">What they were made from.</param>
internal sealed record ModelDescription(string Name, string License, string TrainingData);

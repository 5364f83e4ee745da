namespace LiveLandmarks.Training.Training;

/// <summary>The progress of a training.</summary>
/// <param name="Step">Number of steps done.</param>
/// <param name="TotalSteps">Number of steps to do.</param>
/// <param name="Epoch">Epoch of the last step, from 0, with its fraction.</param>
/// <param name="Loss">Mean loss of the steps since the last report.</param>
/// <param name="LearningRate">Learning rate of the last step.</param>
/// <param name="ImagesPerSecond">Training pictures per second since the last report.</param>
/// <param name="Remaining">Estimated time to the end, from the speed since the last report.</param>
/// <param name="Validation">The figure of the latest validation, lower is better; null if this step has none.</param>
public sealed record TrainingProgress(
    long Step, long TotalSteps, double Epoch, double Loss, double LearningRate, double ImagesPerSecond, TimeSpan Remaining,
    double? Validation);

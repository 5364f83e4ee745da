namespace LiveLandmarks.Training.Import;

/// <summary>Weights cannot be read, or do not fit the network.</summary>
/// <param name="message">Names the file and the remedy.</param>
/// <param name="inner">The exception that caused it, if any.</param>
public sealed class WeightsException(string message, Exception? inner = null) : LiveLandmarksException(message, inner);

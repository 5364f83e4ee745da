namespace LiveLandmarks.Training.Training;

/// <summary>A training cannot start or continue, or its files cannot be used.</summary>
/// <param name="message">Why, in a sentence for the user.</param>
/// <param name="inner">The underlying error, or null.</param>
public sealed class TrainingException(string message, Exception? inner = null) : LiveLandmarksException(message, inner);

namespace LiveLandmarks.Training.Training;

/// <summary>A training cannot start or go on, or what one left behind cannot be used.</summary>
/// <param name="message">Why, in a sentence for the user.</param>
/// <param name="inner">What went wrong underneath, or null.</param>
public sealed class TrainingException(string message, Exception? inner = null) : LiveLandmarksException(message, inner);

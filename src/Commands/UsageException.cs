namespace LiveLandmarks.Commands;

/// <summary>What was asked for makes no sense together, though each option does for itself.</summary>
/// <param name="message">Names the options and the remedy.</param>
internal sealed class UsageException(string message) : LiveLandmarksException(message);

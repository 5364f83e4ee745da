namespace LiveLandmarks.Commands;

/// <summary>The options are valid individually, but their combination makes no sense.</summary>
/// <param name="message">Names the options and the remedy.</param>
internal sealed class UsageException(string message) : LiveLandmarksException(message);

namespace LiveLandmarks;

/// <summary>An image, video or camera is missing, unreadable, or ended too early.</summary>
/// <param name="message">Names the input and the remedy.</param>
/// <param name="inner">The exception that caused it, if any.</param>
public sealed class InputException(string message, Exception? inner = null) : LiveLandmarksException(message, inner);

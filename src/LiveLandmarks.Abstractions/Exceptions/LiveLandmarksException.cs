namespace LiveLandmarks;

/// <summary>
/// A failure that the user can fix. The message is one line that names the input and the remedy.
/// </summary>
/// <param name="message">What failed and what to do about it.</param>
/// <param name="inner">The exception that caused it, if any.</param>
public abstract class LiveLandmarksException(string message, Exception? inner = null) : Exception(message, inner);

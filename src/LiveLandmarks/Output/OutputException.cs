namespace LiveLandmarks.Output;

/// <summary>A result cannot be written: no such folder, no permission, no space, no encoder.</summary>
/// <param name="message">Names the output and the remedy.</param>
/// <param name="inner">The exception that caused it, if any.</param>
public sealed class OutputException(string message, Exception? inner = null) : LiveLandmarksException(message, inner);

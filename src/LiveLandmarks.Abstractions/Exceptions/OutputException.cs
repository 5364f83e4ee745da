namespace LiveLandmarks;

/// <summary>A result cannot be written: no such folder, no permission, no space, no encoder.</summary>
/// <param name="message">Names the output and the remedy.</param>
/// <param name="inner">The exception that caused it, if any.</param>
public sealed class OutputException(string message, Exception? inner = null) : LiveLandmarksException(message, inner)
{
    /// <summary>True if nothing failed, but the program that reads from the pipe has closed it, as <c>head</c> does once it has read
    /// enough.</summary>
    public bool ReaderIsGone { get; init; }
}

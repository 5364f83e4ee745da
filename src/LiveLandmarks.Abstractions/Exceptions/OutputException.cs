namespace LiveLandmarks;

/// <summary>A result cannot be written: no such folder, no permission, no space, no encoder.</summary>
/// <param name="message">Names the output and the remedy.</param>
/// <param name="inner">The exception that caused it, if any.</param>
public sealed class OutputException(string message, Exception? inner = null) : LiveLandmarksException(message, inner)
{
    /// <summary>Whether nothing failed but the program on the other end of a pipe went away, as <c>head</c> does when it has seen
    /// enough.</summary>
    public bool ReaderIsGone { get; init; }
}

namespace LiveLandmarks.Streams;

/// <summary>An exception that no observer can be told of.</summary>
/// <param name="error">The exception.</param>
public sealed class UnhandledErrorEventArgs(Exception error) : EventArgs
{
    /// <summary>The exception.</summary>
    public Exception Error { get; } = error;
}

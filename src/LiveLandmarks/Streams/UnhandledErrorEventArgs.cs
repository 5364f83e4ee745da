namespace LiveLandmarks.Streams;

/// <summary>An exception that cannot be reported to any observer.</summary>
/// <param name="error">The exception.</param>
public sealed class UnhandledErrorEventArgs(Exception error) : EventArgs
{
    /// <summary>The exception.</summary>
    public Exception Error { get; } = error;
}

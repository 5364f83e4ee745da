namespace LiveLandmarks.Streams;

/// <summary>
/// Receives exceptions that cannot be reported to any observer: from a subscriber that throws in <c>OnNext</c> after its subscription
/// ended, in <c>OnCompleted</c> or in <c>OnError</c> (as Rx does for subscribers without an error handler). On a thread of this library
/// they would end the process.
/// </summary>
public static class UnhandledErrors
{
    /// <summary>Raised for each such exception, on the thread on which it occurred. Without a handler, the exception is written to standard
    /// error.</summary>
    public static event EventHandler<UnhandledErrorEventArgs>? Reported;

    /// <summary>Reports an exception to the host.</summary>
    /// <param name="error">The exception.</param>
    internal static void Report(Exception error)
    {
        try
        {
            if (Reported is { } handlers)
                handlers(null, new UnhandledErrorEventArgs(error));
            else
                Console.Error.WriteLine($"LiveLandmarks: an error that no subscriber handles: " +
                    $"{(error is LiveLandmarksException ? error.Message : error)}");
        }
#pragma warning disable CA1031 // The last resort has failed: there is nothing else to report to.
        catch (Exception)
#pragma warning restore CA1031
        {
            // A handler that throws must not end the process either.
        }
    }
}

/// <summary>An exception that cannot be reported to any observer.</summary>
/// <param name="error">The exception.</param>
public sealed class UnhandledErrorEventArgs(Exception error) : EventArgs
{
    /// <summary>The exception.</summary>
    public Exception Error { get; } = error;
}

namespace LiveLandmarks.Streams;

/// <summary>
/// Where exceptions go that no observer can be told of: a subscriber that throws from <c>OnNext</c> after its subscription ended, from
/// <c>OnCompleted</c> or from <c>OnError</c> (as Rx does for subscribers without an error handler). On a thread of this library they would
/// end the process.
/// </summary>
public static class UnhandledErrors
{
    /// <summary>Told of each such exception, on the thread that it happened on. Without a handler it is written to the standard
    /// error.</summary>
    public static event EventHandler<UnhandledErrorEventArgs>? Reported;

    /// <summary>Tells the host.</summary>
    /// <param name="error">What nobody else can be told of.</param>
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
#pragma warning disable CA1031 // The last resort fails: there is nobody left.
        catch (Exception)
#pragma warning restore CA1031
        {
            // A handler that throws must not do what the error was kept from doing.
        }
    }
}

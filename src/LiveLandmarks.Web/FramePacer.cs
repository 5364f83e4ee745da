namespace LiveLandmarks.Web;

/// <summary>Holds a connection to a frame rate by letting it wait, which its own flow control passes on to the visitor.</summary>
/// <param name="framesPerSecond">The rate, above 0.</param>
/// <param name="time">The clock.</param>
internal sealed class FramePacer(double framesPerSecond, TimeProvider time)
{
    // A camera's frames come early and late: one that is early by less than a frame passes when the last was late.
    private readonly TimeSpan interval = TimeSpan.FromSeconds(1 / framesPerSecond);
    private DateTimeOffset due = DateTimeOffset.MinValue;

    /// <summary>Waits until the next frame may be worked on.</summary>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (due > now)
            await Task.Delay(due - now, time, cancellation);
        var earliest = now - interval;
        due = (due > earliest ? due : earliest) + interval;
    }
}

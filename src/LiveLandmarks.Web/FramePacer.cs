namespace LiveLandmarks.Web;

/// <summary>Limits a connection to a frame rate by waiting. The connection's flow control then slows down the visitor.</summary>
/// <param name="framesPerSecond">The rate, above 0.</param>
/// <param name="time">The clock.</param>
internal sealed class FramePacer(double framesPerSecond, TimeProvider time)
{
    // A camera's frames arrive unevenly: a frame that is early by less than one interval passes if the last one was late.
    private readonly TimeSpan interval = TimeSpan.FromSeconds(1 / framesPerSecond);
    private DateTimeOffset due = DateTimeOffset.MinValue;

    /// <summary>Waits until the next frame may be processed.</summary>
    /// <param name="cancellation">Cancels the wait.</param>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (due > now)
            await Task.Delay(due - now, time, cancellation);
        var earliest = now - interval;
        due = (due > earliest ? due : earliest) + interval;
    }
}

namespace LiveLandmarks.Output;

/// <summary>An output that is closed once: at the stream's end, or where that never comes with the subscription.</summary>
/// <param name="sink">The output.</param>
internal sealed class OpenOutput<TSink>(TSink sink) : IDisposable
    where TSink : class, IDisposable
{
    private int closed;

    /// <summary>The output.</summary>
    public TSink Sink => sink;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, 1) == 0)
            sink.Dispose();
    }
}

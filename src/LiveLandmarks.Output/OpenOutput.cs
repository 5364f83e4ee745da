namespace LiveLandmarks.Output;

/// <summary>An output that is closed once: at the end of the stream or, if the stream does not end, with the subscription.</summary>
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

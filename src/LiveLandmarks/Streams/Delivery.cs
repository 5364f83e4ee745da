namespace LiveLandmarks.Streams;

/// <summary>
/// Calls an observer from a thread of this library. The calls never throw: an exception from the observer is reported to it with
/// <c>OnError</c>, and errors that cannot be reported to it go to <see cref="UnhandledErrors"/>. Disposing waits for the call in progress.
/// One thread delivers; any thread may dispose.
/// </summary>
/// <param name="observer">The observer.</param>
internal sealed class Delivery<T>(IObserver<T> observer) : IDisposable
{
    private readonly object gate = new();
    private Thread? caller;
    private bool stopped;

    /// <summary>Whether delivery has ended.</summary>
    public bool Stopped => Volatile.Read(ref stopped);

    /// <summary>Delivers an item.</summary>
    /// <param name="value">The item.</param>
    /// <returns>Whether more can be delivered.</returns>
    public bool Next(T value)
    {
        if (!Enter())
            return false;
        Exception? thrown = null;
        try
        {
            observer.OnNext(value);
        }
#pragma warning disable CA1031 // Catch everything: an exception on this thread would end the process.
        catch (Exception e)
#pragma warning restore CA1031
        {
            thrown = e;
        }
        finally
        {
            Leave();
        }
        if (thrown is not null && !End(thrown))
            UnhandledErrors.Report(thrown);
        return !Stopped;
    }

    /// <summary>Delivers the end, once; nothing is delivered after it.</summary>
    /// <param name="error">The cause; null for a normal end.</param>
    /// <returns>False if the subscription had already ended.</returns>
    public bool End(Exception? error)
    {
        if (!Enter())
            return false;
        try
        {
            if (error is null)
                observer.OnCompleted();
            else
                observer.OnError(error);
        }
#pragma warning disable CA1031 // As above.
        catch (Exception e)
#pragma warning restore CA1031
        {
            UnhandledErrors.Report(e);
        }
        finally
        {
            Volatile.Write(ref stopped, true);
            Leave();
        }
        return true;
    }

    /// <summary>
    /// Stops delivery and waits for the call in progress; afterwards, resources that the observer uses can be disposed. It does not wait if
    /// it is called from within that call or another observer's call, because the two might wait for each other. It waits at most 10 s for
    /// an observer that does not return.
    /// </summary>
    public void Dispose()
    {
        Volatile.Write(ref stopped, true);
        if (!DisposalCaller.IsObserver)
            DisposalCaller.WaitUntil(gate, () => caller is null || caller == Thread.CurrentThread);
    }

    private bool Enter()
    {
        lock (gate)
        {
            if (stopped)
                return false;
            caller = Thread.CurrentThread;
            return true;
        }
    }

    private void Leave()
    {
        lock (gate)
        {
            caller = null;
            Monitor.PulseAll(gate);
        }
    }
}

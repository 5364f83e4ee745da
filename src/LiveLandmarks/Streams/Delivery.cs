namespace LiveLandmarks.Streams;

/// <summary>
/// The calls that a thread of this library makes to its observer. None of them throws: an observer that does is told so by <c>OnError</c>,
/// and what it cannot be told goes to <see cref="UnhandledErrors"/>. Disposing waits for the call in flight. One thread delivers; any
/// thread disposes.
/// </summary>
/// <param name="observer">The observer.</param>
internal sealed class Delivery<T>(IObserver<T> observer) : IDisposable
{
    private readonly object gate = new();
    private Thread? caller;
    private bool stopped;

    /// <summary>Whether nothing more is delivered.</summary>
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
#pragma warning disable CA1031 // Whatever it is: on this thread it would end the process.
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

    /// <summary>Delivers the end, once; nothing after it.</summary>
    /// <param name="error">Why; null for an orderly end.</param>
    /// <returns>False where the subscription had ended already.</returns>
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
    /// Delivers nothing more, and waits for the call in flight: what the observer uses can be disposed then. It does not wait where that
    /// call, or another observer's, is what calls this, since the two might wait for each other. An observer that does not return is waited
    /// for 10 s at most.
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

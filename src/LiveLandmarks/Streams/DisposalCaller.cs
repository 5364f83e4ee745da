using System.Diagnostics;

namespace LiveLandmarks.Streams;

/// <summary>Determines who disposes a subscription: an observer within one of its calls, or a caller that can wait.</summary>
internal static class DisposalCaller
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    [ThreadStatic]
    private static int queues;

    /// <summary>
    /// Whether an observer of a stream is the caller. It may hold what the call in progress waits for, such as the lock of <c>Sample</c> or
    /// <c>Merge</c>, and its thread may belong to Rx: only the stack shows this.
    /// </summary>
    public static bool IsObserver
    {
        get
        {
            if (queues > 0)
                return false;
            foreach (var frame in new StackTrace(1).GetFrames())
            {
                if (DiagnosticMethodInfo.Create(frame)?.Name is { } name
                    && (name.EndsWith("OnNext", StringComparison.Ordinal) || name.EndsWith("OnError", StringComparison.Ordinal)
                        || name.EndsWith("OnCompleted", StringComparison.Ordinal)))
                {
                    return true;
                }
            }
            return false;
        }
    }

    /// <summary>Waits for another thread, at most 10 s.</summary>
    /// <param name="gate">The object that the other thread pulses; locked here.</param>
    /// <param name="isDone">Whether the wait is over.</param>
    public static void WaitUntil(object gate, Func<bool> isDone)
    {
        var start = Stopwatch.GetTimestamp();
        lock (gate)
        {
            while (!isDone() && LongestWait - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } left)
                Monitor.Wait(gate, left);
        }
    }

    /// <summary>Disposes the subscription above a queue. Waiting here is safe for any caller: the subscription can only wait for the queue,
    /// which by now accepts everything.</summary>
    /// <param name="upstream">The subscription above the queue.</param>
    public static void DisposeAboveQueue(IDisposable upstream)
    {
        queues++;
        try
        {
            upstream.Dispose();
        }
        finally
        {
            queues--;
        }
    }
}

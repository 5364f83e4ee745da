using System.Diagnostics;

namespace LiveLandmarks.Streams;

/// <summary>Who disposes a subscription: an observer within one of its calls, or somebody who can wait.</summary>
internal static class DisposalCaller
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    [ThreadStatic]
    private static int queues;

    /// <summary>
    /// Whether a stream's observer is what disposes. It may hold what the call in flight waits for, such as the lock of <c>Sample</c> or
    /// <c>Merge</c>, and its thread may be one that Rx owns: only the stack tells.
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

    /// <summary>Waits for another thread, for 10 s at most.</summary>
    /// <param name="gate">What that thread pulses; locked here.</param>
    /// <param name="isDone">Whether there is nothing more to wait for.</param>
    public static void WaitUntil(object gate, Func<bool> isDone)
    {
        var start = Stopwatch.GetTimestamp();
        lock (gate)
        {
            while (!isDone() && LongestWait - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } left)
                Monitor.Wait(gate, left);
        }
    }

    /// <summary>Disposes what is above a queue. That is safe to wait for, whoever asks: it can only wait for the queue, which takes
    /// everything by now.</summary>
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

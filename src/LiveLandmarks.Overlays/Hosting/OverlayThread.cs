using System.Diagnostics;
using System.Runtime;

namespace LiveLandmarks.Overlays.Hosting;

/// <summary>
/// A thread that runs a plug-in's code, one call at a time. A call that does not return is abandoned: its token is canceled first, then it
/// is ended by force; see docs/adr/0011-overlay-plug-ins.md.
/// </summary>
internal sealed class OverlayThread : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim begin = new(0);
    private readonly SemaphoreSlim end = new(0);
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource force = new();
    private readonly Action ended;
    private Action body = () => { };
    private Exception? failure;
    private long allocated;
    private volatile bool closing;

    /// <summary>Starts the thread.</summary>
    /// <param name="name">Its name, for debuggers.</param>
    /// <param name="ended">Called on the thread after its last call, even an abandoned one; must not throw.</param>
    public OverlayThread(string name, Action ended)
    {
        this.ended = ended;
        new Thread(Work) { IsBackground = true, Name = name }.Start();
    }

    /// <summary>Canceled when a call is abandoned.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>Runs one call and waits for its end.</summary>
    /// <param name="call">The call.</param>
    /// <param name="longest">Maximum time for the call.</param>
    /// <param name="maxMemory">Managed memory that the program may allocate during the call, in bytes.</param>
    /// <param name="purpose">The purpose of the call, for messages, such as "for one frame".</param>
    /// <returns>The time and the allocated bytes of the call.</returns>
    /// <exception cref="OverlayException">The call threw, or it was abandoned; no further calls are then possible.</exception>
    public (TimeSpan Time, long Allocated) Call(Action call, TimeSpan longest, long maxMemory, string purpose)
    {
        body = call;
        var (start, memory) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
        begin.Release();
        while (!end.Wait(Look))
        {
            if (Stopwatch.GetElapsedTime(start) > longest)
                throw Abandon($"it takes longer than {longest.TotalSeconds:0.###} s {purpose}");
            if (GC.GetTotalAllocatedBytes() - memory > maxMemory)
                throw Abandon($"it takes more than {maxMemory >> 20} MiB of memory {purpose}");
        }
        return failure is { } thrown
            ? throw new OverlayException($"it throws {thrown.GetType().Name}: {thrown.Message}", thrown)
            : (Stopwatch.GetElapsedTime(start), allocated);
    }

    /// <summary>Ends the thread after the call in progress.</summary>
    public void Dispose()
    {
        closing = true;
        begin.Release();
    }

    private OverlayException Abandon(string reason)
    {
        Dispose();
        _ = EndByForce();
        return new OverlayException(reason);
    }

    private async Task EndByForce()
    {
        // Callbacks that the plug-in registered with the token may throw or hang.
        await Task.WhenAny(stop.CancelAsync(), Task.Delay(Grace));
        await Task.Delay(Grace);
        await force.CancelAsync();
    }

    private void Work()
    {
        while (true)
        {
            begin.Wait();
            if (closing)
                break;
            Run();
            end.Release();
        }
        ended();
    }

    private void Run()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        failure = null;
        try
        {
            // Obsolete, since it can corrupt the interrupted code: here only a plug-in that is about to be unloaded.
#pragma warning disable SYSLIB0046
            ControlledExecution.Run(body, force.Token);
#pragma warning restore SYSLIB0046
        }
        catch (Exception e)
        {
            failure = e;
        }
        allocated = GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

using System.Diagnostics;
using System.Runtime;

namespace LiveLandmarks.Overlays.Hosting;

/// <summary>
/// A thread that somebody else's code runs on, one call at a time. A call that does not return is abandoned, first politely, then by force;
/// see docs/adr/0011-overlay-plug-ins.md.
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
    /// <param name="ended">Called on the thread after its last call, abandoned ones included; must not throw.</param>
    public OverlayThread(string name, Action ended)
    {
        this.ended = ended;
        new Thread(Work) { IsBackground = true, Name = name }.Start();
    }

    /// <summary>Cancelled when a call is abandoned.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>Makes one call and waits for it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="longest">How long it may take.</param>
    /// <param name="mostMemory">Managed memory that the program may take meanwhile, bytes.</param>
    /// <param name="purpose">What it is for, as in "for one frame".</param>
    /// <returns>What it cost.</returns>
    /// <exception cref="OverlayException">The call threw, or was abandoned: then no other can be made. Its own such exceptions pass as they
    /// are.</exception>
    public (TimeSpan Time, long Allocated) Call(Action call, TimeSpan longest, long mostMemory, string purpose)
    {
        body = call;
        var (start, memory) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
        begin.Release();
        while (!end.Wait(Look))
        {
            if (Stopwatch.GetElapsedTime(start) > longest)
                throw Abandon($"it takes longer than {longest.TotalSeconds:0.###} s {purpose}");
            if (GC.GetTotalAllocatedBytes() - memory > mostMemory)
                throw Abandon($"it takes more than {mostMemory >> 20} MiB of memory {purpose}");
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
        // What the plug-in registered with the token may throw, and may hang.
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
            // Obsolete because it can break what it interrupts: here a plug-in that is about to be unloaded.
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

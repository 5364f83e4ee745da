using System.Threading.Channels;
using LiveLandmarks.Streams;
using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>
/// A reader on a thread of its own, so that whoever waits for a picture can stop waiting: a camera's read may never return.
/// One read at a time.
/// </summary>
internal sealed class ReaderThread : IDisposable
{
    private readonly Channel<TaskCompletionSource<bool>> orders = Channel.CreateBounded<TaskCompletionSource<bool>>(1);
    private readonly Func<IFrameReader> open;
    private readonly TaskCompletionSource<StreamInfo> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IInterruptibleReader? interruptible;

    /// <summary>Starts to open a reader.</summary>
    /// <param name="open">Opens it, on the new thread, which also closes it.</param>
    public ReaderThread(Func<IFrameReader> open)
    {
        this.open = open;
        new Thread(Run) { IsBackground = true, Name = "Camera" }.Start();
    }

    /// <summary>What the reader says of itself, once it is open; fails as opening did.</summary>
    public Task<StreamInfo> Opened => opened.Task;

    /// <summary>The last picture read, BGR, 8 bits; valid between a read's end and the next one's begin.</summary>
    public Mat Picture { get; } = new();

    /// <summary>The time that the reader gave to that picture.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>Begins to read the next picture.</summary>
    /// <returns>Whether there was one; fails as reading did.</returns>
    public Task<bool> ReadAsync()
    {
        var order = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        return orders.Writer.TryWrite(order) ? order.Task : Task.FromResult(false);
    }

    /// <summary>Closes the reader as soon as what it is doing returns, and waits for nothing.</summary>
    public void Dispose()
    {
        orders.Writer.TryComplete();
        interruptible?.Interrupt();
    }

    private void Run()
    {
        using var picture = Picture;
        try
        {
            using var reader = open();
            interruptible = reader as IInterruptibleReader;
            opened.SetResult(reader.Info);
            while (orders.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                if (orders.Reader.TryRead(out var order))
                    Read(reader, order);
            }
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to whoever waits; a reader that fails while it is closed has nobody who waits.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (!opened.TrySetException(e))
                UnhandledErrors.Report(e);
            // Looked at here, for the one who waited may have gone.
            _ = opened.Task.Exception;
        }
    }

    private void Read(IFrameReader reader, TaskCompletionSource<bool> order)
    {
        try
        {
            var good = reader.Read(Picture, out var time);
            Time = time;
            order.SetResult(good);
        }
#pragma warning disable CA1031 // As above.
        catch (Exception e)
#pragma warning restore CA1031
        {
            order.SetException(e);
        }
    }
}

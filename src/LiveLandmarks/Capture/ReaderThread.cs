using System.Threading.Channels;
using LiveLandmarks.Streams;
using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>
/// A reader on its own thread, so that a caller can stop waiting for a picture: a camera's read may never return. One read at a time.
/// </summary>
internal sealed class ReaderThread : IDisposable
{
    private readonly Channel<TaskCompletionSource<bool>> orders = Channel.CreateBounded<TaskCompletionSource<bool>>(1);
    private readonly Func<IFrameReader> open;
    private readonly TaskCompletionSource<StreamInfo> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IInterruptibleReader? interruptible;

    /// <summary>Starts to open a reader.</summary>
    /// <param name="open">Opens the reader on the new thread, which also closes it.</param>
    public ReaderThread(Func<IFrameReader> open)
    {
        this.open = open;
        new Thread(Run) { IsBackground = true, Name = "Camera" }.Start();
    }

    /// <summary>Information about the reader once it is open; fails if opening fails.</summary>
    public Task<StreamInfo> Opened => opened.Task;

    /// <summary>The last picture read, BGR, 8 bits; valid from the end of a read to the start of the next.</summary>
    public Mat Picture { get; } = new();

    /// <summary>The time that the reader gave for that picture.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>Starts to read the next picture.</summary>
    /// <returns>Whether there was a picture; fails if reading fails.</returns>
    public Task<bool> ReadAsync()
    {
        var order = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        return orders.Writer.TryWrite(order) ? order.Task : Task.FromResult(false);
    }

    /// <summary>Closes the reader as soon as its current operation returns; does not wait.</summary>
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
#pragma warning disable CA1031 // Any exception goes to the caller that waits; if the reader fails while it is closed, no caller waits.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (!opened.TrySetException(e))
                UnhandledErrors.Report(e);
            // Observe the exception here, because the waiting caller may be gone.
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

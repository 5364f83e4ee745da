using System.Diagnostics;
using LiveLandmarks.Diagnostics;
using LiveLandmarks.Streams;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Capture;

/// <summary>
/// A stream of frames from a camera, file or address. Every subscription opens the source again and reads it on its own thread; ending the
/// subscription stops it. A frame is valid until <c>OnNext</c> returns; see <see cref="Frame"/>.
/// </summary>
/// <param name="open">Opens the source; called on subscription.</param>
public sealed class FrameFeed(Func<IFrameReader> open) : IObservable<Frame>
{
    /// <summary>Makes a feed from a camera, address, folder, picture or video file; see <see cref="FrameReader.Open"/>.</summary>
    /// <param name="source">What to open.</param>
    /// <param name="options">Null for the defaults, which reopen a camera or network stream that fails.</param>
    /// <param name="logger">Logs when a source is lost and when it is back; null to log nothing.</param>
    public static FrameFeed From(string source, CaptureOptions? options = null, ILogger? logger = null) =>
        new(() => FrameReader.Open(source, options, logger));

    /// <inheritdoc/>
    /// <remarks>
    /// A source that cannot be opened gives <c>OnError</c> with an <see cref="InputException"/>; every other failure also gives
    /// <c>OnError</c>. Disposing the subscription waits for the <c>OnNext</c> in progress, at most 10 s, unless the observer itself
    /// disposes it.
    /// </remarks>
    public IDisposable Subscribe(IObserver<Frame> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var delivery = new Delivery<Frame>(observer);
        new Thread(() => Run(delivery)) { IsBackground = true, Name = "Capture" }.Start();
        return delivery;
    }

    private void Run(Delivery<Frame> delivery)
    {
        Exception? failure = null;
        try
        {
            Read(delivery);
        }
#pragma warning disable CA1031 // Catch everything: an exception on this thread would end the process.
        catch (Exception e)
#pragma warning restore CA1031
        {
            failure = e;
        }
        delivery.End(failure);
    }

    private void Read(Delivery<Frame> delivery)
    {
        using var pool = new FramePool();
        using var reader = open();
        for (var number = 0L; !delivery.Stopped; number++)
        {
            using var frame = pool.Lease();
            if (!reader.Read(frame.Image, out var time))
                break;
            (frame.Number, frame.Timestamp, frame.ReadAt) = (number, time, Stopwatch.GetTimestamp());
            PipelineMetrics.Default.FrameCaptured();
            delivery.Next(frame);
        }
    }
}

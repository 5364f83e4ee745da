using System.Diagnostics;
using LiveLandmarks.Diagnostics;
using LiveLandmarks.Streams;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Capture;

/// <summary>
/// A stream of frames from a camera, file or address. Every subscription opens the source anew and reads it on a thread
/// of its own; ending the subscription stops it. Frames are lent: see <see cref="Frame"/>.
/// </summary>
/// <param name="open">Opens the source; called on subscription.</param>
public sealed class FrameFeed(Func<IFrameReader> open) : IObservable<Frame>
{
    /// <summary>A camera, address, folder, picture or video file: see <see cref="FrameReader.Open"/>.</summary>
    /// <param name="source">What to open.</param>
    /// <param name="options">How; null for the defaults, with which a camera or network stream that falters is opened anew.</param>
    /// <param name="logger">Told when a source is lost and when it is back; null for nobody.</param>
    public static FrameFeed From(string source, CaptureOptions? options = null, ILogger? logger = null) =>
        new(() => FrameReader.Open(source, options, logger));

    /// <inheritdoc/>
    /// <remarks>
    /// A source that cannot be opened arrives as <c>OnError</c> with an <see cref="InputException"/>, and every other failure, whatever it
    /// is, as <c>OnError</c> too. Disposing the subscription waits for the <c>OnNext</c> in flight, for 10 s at most, unless it is an
    /// observer's own call that disposes.
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
#pragma warning disable CA1031 // Whatever it is: on this thread it would end the process.
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

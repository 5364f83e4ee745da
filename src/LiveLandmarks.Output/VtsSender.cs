using System.Diagnostics;
using System.Threading.Channels;
using LiveLandmarks.Pipeline;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveLandmarks.Output;

/// <summary>
/// Sends the face with the lowest id in view to VTube Studio. Writing a frame only leaves its face for a task in the background, which
/// connects, reconnects and sends the latest face. Thread-safe.
/// </summary>
internal sealed class VtsSender : ITrackedFrameSink
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(1);

    // A connection that lasts less counts as another failure to connect.
    private static readonly TimeSpan LastingConnection = TimeSpan.FromSeconds(10);

    private readonly Channel<TrackedFace?> latest = Channel.CreateBounded<TrackedFace?>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly CancellationTokenSource end = new();
    private readonly Receiver receiver;
    private readonly ILogger log;
    private readonly VtsToken token;
    private readonly Task work;

    /// <summary>Checks the host and starts to connect in the background.</summary>
    /// <param name="receiver">VTube Studio.</param>
    /// <param name="log">Logs what the user must do; null to log nothing.</param>
    /// <param name="folder">The folder for the permission of VTube Studio's user; null to keep nothing.</param>
    /// <exception cref="OutputException">The host is unknown.</exception>
    public VtsSender(Receiver receiver, ILogger? log, string? folder)
    {
        ReceiverAddress.Of(receiver);
        this.receiver = receiver;
        this.log = log ?? NullLogger.Instance;
        token = new VtsToken(folder, receiver, this.log);
        work = Task.Run(WorkAsync);
    }

    /// <inheritdoc/>
    public void Write(TrackedFrame tracked) => latest.Writer.TryWrite(tracked.Faces.Count > 0 ? tracked.Faces[0] : null);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!latest.Writer.TryComplete())
            return;
        end.Cancel();
        work.Wait(LongestEnd);
    }

    private async Task WorkAsync()
    {
        var (pause, missing) = (ShortestPause, false);
        while (!end.IsCancellationRequested)
        {
            var opened = Stopwatch.GetTimestamp();
            try
            {
                using var session = new VtsSession(receiver, token, log);
                if (!await session.OpenAsync(end.Token).ConfigureAwait(false))
                    return;
                log.VtsConnected(receiver);
                opened = Stopwatch.GetTimestamp();
                await session.SendAsync(latest.Reader, end.Token).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever goes wrong with VTube Studio is no failure of the stream.
            catch (Exception e)
#pragma warning restore CA1031
            {
                if (Stopwatch.GetElapsedTime(opened) > LastingConnection)
                    (pause, missing) = (ShortestPause, false);
                if (!missing && !end.IsCancellationRequested)
                    log.VtsMissing(receiver, e.Message);
                missing = true;
            }
            await Task.Delay(pause, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }
}

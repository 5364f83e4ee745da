using System.Net.WebSockets;
using LiveLandmarks.Capture;
using LiveLandmarks.Output;
using LiveLandmarks.Pipeline;
using OpenCvSharp;

namespace LiveLandmarks.Web;

/// <summary>
/// Serves one visitor: reads a frame, answers with its faces (as <see cref="JsonLinesWriter"/> writes them), then reads the next. While a
/// frame is processed, none is read, so a visitor can make this process hold at most one message, one picture and one answer.
/// </summary>
internal sealed class LandmarkConnection : IDisposable
{
    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(2);

    private readonly WebSocket socket;
    private readonly SharedNetworks networks;
    private readonly LandmarkServerOptions options;
    private readonly FaceTracker tracker;
    private readonly MessageReader reader;
    private readonly FramePacer pacer;
    private readonly FramePool pool = new();
    private readonly MemoryStream answer = new();
    private readonly JsonLinesWriter writer;
    private Task<ReadOnlyMemory<byte>?> reading = Task.FromResult<ReadOnlyMemory<byte>?>(null);
    private FrameMessage? first, last;

    public LandmarkConnection(WebSocket socket, SharedNetworks networks, LandmarkServerOptions options)
    {
        (this.socket, this.networks, this.options) = (socket, networks, options);
        tracker = networks.OpenTracker();
        reader = new MessageReader(socket, options.MaxMessageBytes);
        pacer = new FramePacer(options.MaxFramesPerSecond, TimeProvider.System);
        writer = JsonLinesWriter.To(answer, "answer");
    }

    /// <summary>Serves the visitor until the visitor leaves or breaks a rule, or the server stops.</summary>
    /// <param name="stopping">Canceled when the server stops.</param>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await SendAsync(Greeting.Compose(networks.Scheme, options));
            while (await NextAsync(stopping) is { } message)
            {
                await pacer.WaitAsync(stopping);
                await AnswerAsync(message, stopping);
            }
            await CloseAsync(WebSocketCloseStatus.NormalClosure, "");
        }
        catch (BadMessageException e)
        {
            await CloseAsync(e.Status, e.Message);
        }
        catch (TimeoutException)
        {
            await CloseAsync(WebSocketCloseStatus.PolicyViolation, "No frame arrived for too long.");
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "The server is closing.");
        }
        catch (Exception e) when (IsGone(e))
        {
            // The visitor is gone, so nobody can be notified.
        }
        catch (Exception)
        {
            await CloseAsync(WebSocketCloseStatus.InternalServerError, "The server had an internal error.");
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        writer.Dispose();
        tracker.Dispose();
        pool.Dispose();
        socket.Dispose();
    }

    private static bool IsGone(Exception failure) =>
        failure is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException;

    private async Task<FrameMessage?> NextAsync(CancellationToken stopping)
    {
        reading = reader.ReadAsync();
        if (await reading.WaitAsync(options.IdleTime, stopping) is not { } bytes)
            return null;
        var message = FrameMessage.Parse(bytes);
        if (last is { } before)
            message.RequireAfter(before);
        first ??= message;
        last = message;
        return message;
    }

    private async Task AnswerAsync(FrameMessage message, CancellationToken stopping)
    {
        using var frame = pool.Lease();
        Decode(message.Picture.Span, frame.Image);
        (frame.Number, frame.Timestamp) = (message.Number, message.Captured - first!.Value.Captured);
        var faces = await networks.TrackAsync(tracker, frame.Image, frame.Timestamp, stopping);

        answer.SetLength(0);
        writer.Write(new TrackedFrame(frame, faces));
        await SendAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length));
    }

    private void Decode(ReadOnlySpan<byte> jpeg, Mat image)
    {
        if (JpegSize.Read(jpeg) is not var (width, height))
            throw new BadMessageException(WebSocketCloseStatus.InvalidPayloadData, "The picture is not a sequential JPEG.");
        if (Math.Max(width, height) > options.MaxSide)
            throw new BadMessageException(
                WebSocketCloseStatus.MessageTooBig, $"A picture may be at most {options.MaxSide} pixels wide and high.");
        try
        {
            using var picture = Cv2.ImDecode(jpeg, ImreadModes.Color | ImreadModes.IgnoreOrientation);
            if (!picture.Empty())
            {
                picture.CopyTo(image);
                return;
            }
        }
        catch (OpenCVException)
        {
            // Reported below.
        }
        throw new BadMessageException(WebSocketCloseStatus.InvalidPayloadData, "The picture is damaged.");
    }

    private async Task SendAsync(ReadOnlyMemory<byte> json)
    {
        using var limit = new CancellationTokenSource(options.SendTime);
        await socket.SendAsync(json, WebSocketMessageType.Text, endOfMessage: true, limit.Token);
    }

    /// <summary>Sends the reason and waits briefly for the visitor's own close message. If the connection were cut with unread bytes, the
    /// reason could be lost.</summary>
    private async Task CloseAsync(WebSocketCloseStatus status, string reason)
    {
        using var limit = new CancellationTokenSource(ClosingTime);
        try
        {
            await socket.CloseOutputAsync(status, reason, limit.Token);
            var waste = new byte[4096];
            while (socket.State == WebSocketState.CloseSent)
            {
                if (reading.IsCompleted)
                    await socket.ReceiveAsync(waste.AsMemory(), limit.Token);
                else
                    await reading.WaitAsync(limit.Token);
            }
        }
        catch (Exception e) when (IsGone(e) || e is BadMessageException)
        {
            socket.Abort();
        }
    }
}

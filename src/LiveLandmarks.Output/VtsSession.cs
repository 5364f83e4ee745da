using System.Net.WebSockets;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Output;

/// <summary>One connection to VTube Studio, from its start to its loss.</summary>
/// <param name="receiver">VTube Studio.</param>
/// <param name="token">The permission of its user.</param>
/// <param name="log">Logs what the user must do.</param>
internal sealed class VtsSession(Receiver receiver, VtsToken token, ILogger log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ClientWebSocket socket = new() { Options = { Proxy = null } };
    private readonly VtsRequests requests = new();
    private readonly byte[] reply = new byte[1 << 16];
    private bool valuesRefused;

    /// <summary>Connects and authenticates; this may wait for the user of VTube Studio.</summary>
    /// <param name="end">Ends the attempt.</param>
    /// <returns>False when the user refused.</returns>
    /// <exception cref="WebSocketException">VTube Studio does not answer.</exception>
    public async Task<bool> OpenAsync(CancellationToken end)
    {
        using (var patience = CancellationTokenSource.CreateLinkedTokenSource(end))
        {
            patience.CancelAfter(Patience);
            await socket.ConnectAsync(new UriBuilder("ws", receiver.Host, receiver.Port).Uri, patience.Token).ConfigureAwait(false);
        }
        if (token.Read() is { } known && await AuthenticateAsync(known, end).ConfigureAwait(false))
            return true;
        token.Forget();
        log.VtsAsks(receiver, VtsRequests.Plugin);
        var answer = await AskAsync(requests.AskForToken(), end).ConfigureAwait(false);
        if (answer.Error == VtsReply.Denied)
        {
            log.VtsRefused(receiver, answer.Message ?? "no reason given");
            return false;
        }
        if (answer.Token is not { Length: > 0 } given)
            throw new WebSocketException(answer.Message ?? "no permission was given");
        token.Keep(given);
        if (!await AuthenticateAsync(given, end).ConfigureAwait(false))
            throw new WebSocketException("the new permission is not valid");
        return true;
    }

    /// <summary>Sends the latest face again and again, each when the last has been answered.</summary>
    /// <param name="latest">The faces; null for a frame without one.</param>
    /// <param name="end">Ends sending.</param>
    /// <exception cref="WebSocketException">The connection is lost, or the permission withdrawn.</exception>
    public async Task SendAsync(ChannelReader<TrackedFace?> latest, CancellationToken end)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(end);
        while (await latest.WaitToReadAsync(end).ConfigureAwait(false))
        {
            if (!latest.TryRead(out var face))
                continue;
            patience.CancelAfter(Patience);
            var answer = await AskAsync(requests.Inject(face), patience.Token).ConfigureAwait(false);
            patience.CancelAfter(Timeout.InfiniteTimeSpan);
            if (answer.Error is VtsReply.ApiIsOff or VtsReply.NotAuthenticated or VtsReply.Denied)
                throw new WebSocketException(answer.Message);
            if (answer.Error is not null && !valuesRefused)
            {
                valuesRefused = true;
                log.VtsValuesRefused(receiver, answer.Message ?? $"error {answer.Error}");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        socket.Dispose();
        requests.Dispose();
    }

    private async Task<bool> AuthenticateAsync(string known, CancellationToken end)
    {
        var answer = await AskAsync(requests.Authenticate(known), end).ConfigureAwait(false);
        if (answer.Error == VtsReply.ApiIsOff)
            throw new WebSocketException(answer.Message);
        return answer.Authenticated;
    }

    private async ValueTask<VtsReply> AskAsync(ReadOnlyMemory<byte> request, CancellationToken end)
    {
        await socket.SendAsync(request, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, end).ConfigureAwait(false);
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(reply.AsMemory(length), end).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new WebSocketException("the connection was closed");
            length += part.Count;
            if (part.EndOfMessage)
                return VtsReply.Read(reply.AsSpan(0, length));
            if (length == reply.Length)
                throw new WebSocketException("a reply is too long");
        }
    }
}

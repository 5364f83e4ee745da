using System.Net.WebSockets;

namespace LiveLandmarks.Tests.Web;

/// <summary>A connection that receives one message again and again and whose remote side stops reading.</summary>
/// <param name="message">The message that is received.</param>
/// <param name="sends">Number of messages that can be sent before the connection is stuck.</param>
internal sealed class StuckSocket(byte[] message, int sends) : WebSocket
{
    private int sent;
    private bool aborted;

    public int Received { get; private set; }

    public override WebSocketCloseStatus? CloseStatus => null;

    public override string? CloseStatusDescription => null;

    public override WebSocketState State => aborted ? WebSocketState.Aborted : WebSocketState.Open;

    public override string? SubProtocol => null;

    public override void Abort() => aborted = true;

    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public override Task CloseOutputAsync(
        WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Dispose() => Abort();

    public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
    {
        Received++;
        message.CopyTo(buffer.AsSpan());
        return Task.FromResult(new WebSocketReceiveResult(message.Length, WebSocketMessageType.Binary, endOfMessage: true));
    }

    public override Task SendAsync(
        ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) =>
        ++sent <= sends ? Task.CompletedTask : Task.Delay(Timeout.Infinite, cancellationToken);
}

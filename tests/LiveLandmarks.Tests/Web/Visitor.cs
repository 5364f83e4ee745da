using System.Buffers.Binary;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;

namespace LiveLandmarks.Tests.Web;

/// <summary>A WebSocket client in place of the page.</summary>
internal sealed class Visitor : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource limit = new(Limit);

    private Visitor() => socket.Options.CollectHttpResponseDetails = true;

    public int? CloseCode => (int?)socket.CloseStatus;

    public string? CloseReason => socket.CloseStatusDescription;

    public static async Task<Visitor> ConnectAsync(Uri page, Action<ClientWebSocketOptions>? configure = null)
    {
        var visitor = new Visitor();
        configure?.Invoke(visitor.socket.Options);
        await visitor.socket.ConnectAsync(SocketOf(page), visitor.limit.Token);
        return visitor;
    }

    /// <summary>The HTTP status with which a connection is refused.</summary>
    public static async Task<HttpStatusCode> RefusalAsync(Uri page, Action<ClientWebSocketOptions>? configure = null)
    {
        using var visitor = new Visitor();
        configure?.Invoke(visitor.socket.Options);
        await Assert.ThrowsAsync<WebSocketException>(() => visitor.socket.ConnectAsync(SocketOf(page), visitor.limit.Token));
        return visitor.socket.HttpStatusCode;
    }

    public static byte[] Message(uint number, double milliseconds, byte[] jpeg)
    {
        var message = new byte[16 + jpeg.Length];
        "LLF1"u8.CopyTo(message);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(4), number);
        BinaryPrimitives.WriteDoubleLittleEndian(message.AsSpan(8), milliseconds);
        jpeg.CopyTo(message, 16);
        return message;
    }

    public Task SendAsync(byte[] message, WebSocketMessageType type = WebSocketMessageType.Binary) =>
        socket.SendAsync(message, type, true, limit.Token);

    /// <summary>Sends a frame and waits for its answer.</summary>
    public async Task<JsonElement> AskAsync(uint number, double milliseconds, byte[] jpeg)
    {
        await SendAsync(Message(number, milliseconds, jpeg));
        return await ReceiveAsync() ?? throw new InvalidOperationException($"Closed with {CloseCode}: {CloseReason}");
    }

    /// <summary>The next message; null if the server closed the connection with a close message.</summary>
    public async Task<JsonElement?> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, limit.Token);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        if (part.MessageType != WebSocketMessageType.Close)
            return JsonDocument.Parse(message.ToArray()).RootElement;
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", limit.Token);
        return null;
    }

    public Task LeaveAsync() => socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", limit.Token);

    public void Dispose()
    {
        socket.Dispose();
        limit.Dispose();
    }

    private static Uri SocketOf(Uri page) => new UriBuilder(page) { Scheme = "ws", Path = "/landmarks" }.Uri;
}

using System.Net.WebSockets;

namespace LiveLandmarks.Web;

/// <summary>Assembles a connection's messages in one buffer, which grows at most to the longest message allowed.</summary>
/// <param name="socket">The connection.</param>
/// <param name="longest">Length of the longest message allowed, in bytes.</param>
internal sealed class MessageReader(WebSocket socket, int longest)
{
    private byte[] buffer = new byte[Math.Min(longest, 1 << 16)];

    /// <summary>Waits for the next whole message.</summary>
    /// <returns>The message, valid until the next call; null when the visitor closes the connection.</returns>
    /// <exception cref="BadMessageException">The message is text, or too long.</exception>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync()
    {
        for (var length = 0; ;)
        {
            // Not cancelable: cancellation would cut the connection before the visitor can be told the reason.
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            if (part.MessageType != WebSocketMessageType.Binary)
                throw new BadMessageException(WebSocketCloseStatus.InvalidMessageType, "Frames are binary messages.");
            length += part.Count;
            if (part.EndOfMessage)
                return buffer.AsMemory(0, length);
            if (length == longest)
                throw new BadMessageException(WebSocketCloseStatus.MessageTooBig, $"A message may have at most {longest} bytes.");
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(longest, 2 * length));
        }
    }
}

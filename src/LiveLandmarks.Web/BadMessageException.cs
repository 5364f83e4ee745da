using System.Net.WebSockets;

namespace LiveLandmarks.Web;

/// <summary>A visitor broke the protocol: his connection, and nothing else, is closed.</summary>
/// <param name="status">The close code that he gets.</param>
/// <param name="reason">One sentence, ASCII, under 120 characters: close frames hold no more.</param>
internal sealed class BadMessageException(WebSocketCloseStatus status, string reason) : Exception(reason)
{
    public WebSocketCloseStatus Status => status;
}

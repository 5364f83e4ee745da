using System.Net.WebSockets;

namespace LiveLandmarks.Web;

/// <summary>A visitor broke the protocol. Only this visitor's connection is closed.</summary>
/// <param name="status">The close code that is sent.</param>
/// <param name="reason">One sentence, ASCII, under 120 characters, since close frames hold no more.</param>
internal sealed class BadMessageException(WebSocketCloseStatus status, string reason) : Exception(reason)
{
    public WebSocketCloseStatus Status => status;
}

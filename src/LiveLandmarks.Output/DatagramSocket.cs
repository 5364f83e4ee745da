using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveLandmarks.Output;

/// <summary>
/// Sends datagrams to a receiver, whether or not it listens: sending neither waits nor fails. The socket is not connected, since a
/// connected socket reports with the next datagram that nobody received the last one. Not thread-safe.
/// </summary>
internal sealed partial class DatagramSocket : IDisposable
{
    private readonly Receiver receiver;
    private readonly ILogger log;
    private readonly Socket socket;
    private readonly SocketAddress address;
    private bool failing;

    /// <summary>Resolves the receiver's address and opens a socket.</summary>
    /// <exception cref="OutputException">The host is unknown, or no socket can be opened.</exception>
    public DatagramSocket(Receiver receiver, ILogger? log)
    {
        this.receiver = receiver;
        this.log = log ?? NullLogger.Instance;
        var found = ReceiverAddress.Of(receiver);
        address = new IPEndPoint(found, receiver.Port).Serialize();
        try
        {
            socket = new Socket(found.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
        }
        catch (SocketException e)
        {
            throw new OutputException(
                $"{receiver}: no socket can be opened: {e.Message}. This machine may lack IPv6, or have too many files open.", e);
        }
        if (found.AddressFamily == AddressFamily.InterNetwork)
            socket.EnableBroadcast = true;
    }

    /// <summary>Sends one datagram, or drops it if the network does not accept it now.</summary>
    /// <param name="datagram">The bytes to send.</param>
    public void Send(ReadOnlySpan<byte> datagram)
    {
        try
        {
            socket.SendTo(datagram, SocketFlags.None, address);
            if (failing)
                LogBack(log, receiver);
            failing = false;
        }
        catch (SocketException e)
        {
            if (!failing)
                LogLost(log, receiver, e.Message);
            failing = true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Receiver}: nothing can be sent: {Reason}")]
    private static partial void LogLost(ILogger logger, Receiver receiver, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Receiver}: sending works again")]
    private static partial void LogBack(ILogger logger, Receiver receiver);
}

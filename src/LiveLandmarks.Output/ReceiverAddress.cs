using System.Net;
using System.Net.Sockets;

namespace LiveLandmarks.Output;

/// <summary>Finds the addresses of receivers.</summary>
internal static class ReceiverAddress
{
    /// <summary>The address of a receiver's machine: IPv4 if it has one, since most receivers listen on IPv4 only.</summary>
    /// <param name="receiver">The receiver.</param>
    /// <exception cref="OutputException">The host is unknown.</exception>
    public static IPAddress Of(Receiver receiver)
    {
        IPAddress[] found = [];
        Exception? failure = null;
        try
        {
            found = Dns.GetHostAddresses(receiver.Host);
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            failure = e;
        }
        return found.FirstOrDefault(candidate => candidate.AddressFamily == AddressFamily.InterNetwork) ?? found.FirstOrDefault()
            ?? throw new OutputException($"{receiver}: no machine of that name is known; check the name, or give its address.", failure);
    }
}

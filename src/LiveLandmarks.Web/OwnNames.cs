using System.Net;
using System.Net.Sockets;

namespace LiveLandmarks.Web;

/// <summary>The host names under which a browser may address the server.</summary>
internal static class OwnNames
{
    /// <summary>
    /// Lists the names. A foreign name that resolves to this machine's loopback address is an attack (DNS rebinding). On other addresses
    /// any name may be valid; there the token protects the server, since an attacking page does not have it.
    /// </summary>
    /// <param name="address">Where the server listens.</param>
    public static IList<string> Of(IPAddress address) => IPAddress.IsLoopback(address)
        ? ["localhost", "127.0.0.1", "[::1]", address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : $"{address}"]
        : ["*"];
}

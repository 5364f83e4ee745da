using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace LiveLandmarks.Web;

/// <summary>The address of the page, to open in a browser.</summary>
internal static class PageAddress
{
    /// <summary>Composes the address.</summary>
    /// <param name="options">Where the server listens.</param>
    /// <param name="port">The port in use.</param>
    /// <param name="token">The token; null for none.</param>
    public static Uri Of(LandmarkServerOptions options, int port, string? token)
    {
        var builder = new UriBuilder(
            options.Certificate is null ? Uri.UriSchemeHttp : Uri.UriSchemeHttps, Reachable(options.Address).ToString(), port);
        if (token is not null)
            builder.Query = $"{RequestGate.Parameter}={Uri.EscapeDataString(token)}";
        return builder.Uri;
    }

    /// <summary>Replaces 0.0.0.0, which browsers cannot visit, with one of the machine's own addresses.</summary>
    private static IPAddress Reachable(IPAddress address)
    {
        if (!address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any))
            return address;
        return NetworkInterface.GetAllNetworkInterfaces()
            .Where(network => network.OperationalStatus == OperationalStatus.Up
                && network.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .FirstOrDefault(candidate => candidate.AddressFamily == AddressFamily.InterNetwork) ?? IPAddress.Loopback;
    }
}

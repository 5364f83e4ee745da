using System.Net;
using System.Security.Cryptography.X509Certificates;
using LiveLandmarks.Tracking;

namespace LiveLandmarks.Web;

/// <summary>Where a <see cref="LandmarkServer"/> listens, whom it serves, and its limits.</summary>
public sealed record LandmarkServerOptions
{
    /// <summary>Address to listen on. Any but a loopback address requires a token.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Port to listen on; 0 for any free port.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>Token that a visitor must present. Null for none on a loopback address; on others the server then makes one.</summary>
    public string? Token { get; init; }

    /// <summary>Certificate with its private key; null for plain HTTP, over which browsers allow the camera only on loopback
    /// addresses.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Maximum number of visitors at once, at least 1; further ones are told to come back later.</summary>
    public int MaxConnections { get; init; } = 4;

    /// <summary>Maximum frames per second for one visitor; frames that arrive faster wait.</summary>
    public double MaxFramesPerSecond { get; init; } = 30;

    /// <summary>Length of the longest message allowed, in bytes.</summary>
    public int MaxMessageBytes { get; init; } = 1 << 20;

    /// <summary>Maximum width and height of a picture, in pixels.</summary>
    public int MaxSide { get; init; } = 1280;

    /// <summary>Time without a complete message after which a visitor is disconnected.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time after which a visitor who does not read an answer is disconnected.</summary>
    public TimeSpan SendTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How faces are tracked.</summary>
    public TrackingOptions Tracking { get; init; } = new();
}

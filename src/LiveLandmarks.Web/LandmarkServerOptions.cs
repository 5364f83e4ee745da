using System.Net;
using System.Security.Cryptography.X509Certificates;
using LiveLandmarks.Tracking;

namespace LiveLandmarks.Web;

/// <summary>Where a <see cref="LandmarkServer"/> listens, whom it serves, and how much of it they get.</summary>
public sealed record LandmarkServerOptions
{
    /// <summary>Address to listen on. Any but a loopback address demands a token.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Port to listen on; 0 for any that is free.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>What a visitor must show; null for none on a loopback address, and elsewhere for one that the server makes up.</summary>
    public string? Token { get; init; }

    /// <summary>Certificate with its private key; null for plain HTTP, over which browsers lend their camera to loopback addresses
    /// only.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Most visitors at once, at least 1; others are told to come back.</summary>
    public int MaxConnections { get; init; } = 4;

    /// <summary>Frames a second for one visitor; those that come faster wait.</summary>
    public double MaxFramesPerSecond { get; init; } = 30;

    /// <summary>Longest message, bytes.</summary>
    public int MaxMessageBytes { get; init; } = 1 << 20;

    /// <summary>Greatest width and height of a picture, pixels.</summary>
    public int MaxSide { get; init; } = 1280;

    /// <summary>How long a visitor may send nothing whole before his place is given away.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an answer may wait for a visitor who does not read before he is cut off.</summary>
    public TimeSpan SendTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How faces are followed.</summary>
    public TrackingOptions Tracking { get; init; } = new();
}

using System.Net.Sockets;
using System.Net;
using LiveLandmarks.Expression;
using LiveLandmarks.Landmarks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Web;

/// <summary>
/// A web server with one page. The page sends the visitor's camera frames over a web socket and draws the landmarks that come back.
/// See docs/adr/0008-browser.md for what the server refuses.
/// </summary>
public sealed class LandmarkServer : IAsyncDisposable
{
    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(5);

    private readonly LandmarkServerOptions options;
    private readonly SharedNetworks networks;
    private readonly WebApplication application;
    private readonly string? token;

    /// <summary>Makes a server that does not listen yet.</summary>
    /// <param name="locator">Detector and network; disposed with the server.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="logger">Logs the visitors' faces; null to log nothing.</param>
    /// <param name="blendshapes">Finds ARKit's movements; null for blinks and looks alone. Disposed with the server.</param>
    public LandmarkServer(
        FaceLocator locator, LandmarkServerOptions? options = null, ILogger? logger = null, BlendshapeNetwork? blendshapes = null)
    {
        this.options = options ?? new LandmarkServerOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.MaxConnections, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(this.options.MaxFramesPerSecond);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(this.options.MaxMessageBytes, FrameMessage.HeaderLength);
        token = this.options.Token ?? (IPAddress.IsLoopback(this.options.Address) ? null : AccessToken.Generate());
        networks = new SharedNetworks(locator, blendshapes, this.options.Tracking, logger);
        application = Build();
    }

    /// <summary>The page's address, including the token if one is required. Known once the server has started.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts to listen.</summary>
    /// <param name="cancellation">Cancels the start.</param>
    /// <exception cref="OutputException">The port is in use or not permitted.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        try
        {
            await application.StartAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            var reason = (e.InnerException?.InnerException ?? e.InnerException ?? e).Message.TrimEnd('.');
            throw new OutputException(
                $"{new IPEndPoint(options.Address, options.Port)}: cannot listen there: {reason}. Choose another port with --port.", e);
        }
        var listening = application.Services.GetRequiredService<IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        Address = PageAddress.Of(options, new Uri(listening).Port, token);
    }

    /// <summary>Starts to listen and serves until canceled.</summary>
    /// <param name="started">Called once the address is known.</param>
    /// <param name="cancellation">Stops the server in an orderly way: visitors are notified.</param>
    /// <exception cref="OutputException">The port is in use or not permitted.</exception>
    public async Task RunAsync(Action<Uri> started, CancellationToken cancellation)
    {
        await StartAsync(cancellation);
        started(Address);
        await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await application.StopAsync(CancellationToken.None);
    }

    /// <summary>Stops the server, notifies the visitors, and closes the networks.</summary>
    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
        networks.Dispose();
    }

    private WebApplication Build()
    {
        // The environment is not read, nothing is logged, and Ctrl-C is left to the program.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ClosingTime);
        builder.Services.AddHostFiltering(filter =>
        {
            filter.AllowedHosts = OwnNames.Of(options.Address);
            filter.AllowEmptyHosts = false;
        });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(Configure);

        var built = builder.Build();
        new LandmarkSite(options, new RequestGate(token), networks).AddTo(built);
        return built;
    }

    private void Configure(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxConcurrentConnections = options.MaxConnections + 64;
        server.Limits.MaxRequestBodySize = 0;
        server.Limits.MaxRequestBufferSize = 1 << 18;
        server.Limits.MaxRequestLineSize = 1 << 12;
        server.Limits.MaxRequestHeadersTotalSize = 1 << 14;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(30);
        server.Listen(options.Address, options.Port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (options.Certificate is { } certificate)
                listen.UseHttps(certificate);
        });
    }
}

/// <summary>Leaves signals and the console to the program. The framework's own lifetime would handle Ctrl-C too.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

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

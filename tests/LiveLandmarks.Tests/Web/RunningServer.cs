using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Web;

namespace LiveLandmarks.Tests.Web;

/// <summary>A server on a free port of this machine.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly LandmarkServer server;

    private RunningServer(LandmarkServer server) => this.server = server;

    public Uri Page => server.Address;

    public static async Task<RunningServer> StartAsync(LandmarkServerOptions? options = null, int port = 0)
    {
        var server = new LandmarkServer(
            Networks.Locator(), (options ?? new LandmarkServerOptions()) with { Port = port }, blendshapes: Networks.Movements());
        await server.StartAsync();
        return new RunningServer(server);
    }

    /// <summary>Connects and reads the greeting.</summary>
    public async Task<Visitor> WelcomeAsync()
    {
        var visitor = await Visitor.ConnectAsync(Page);
        Assert.Equal("ibug68", (await visitor.ReceiveAsync())!.Value.GetProperty("scheme").GetString());
        return visitor;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}

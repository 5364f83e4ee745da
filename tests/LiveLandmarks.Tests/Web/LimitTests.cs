using System.Diagnostics;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Web;

namespace LiveLandmarks.Tests.Web;

public class LimitTests
{
    [Fact]
    public async Task Too_many_visitors_are_refused_until_there_is_a_free_place()
    {
        await using var server = await RunningServer.StartAsync(new LandmarkServerOptions { MaxConnections = 1 });
        using var first = await server.WelcomeAsync();
        using (var second = await Visitor.ConnectAsync(server.Page))
        {
            Assert.Null(await second.ReceiveAsync());
            Assert.Equal(4503, second.CloseCode);
            Assert.Contains("Too many", second.CloseReason, StringComparison.Ordinal);
        }
        await first.AskAsync(1, 1, Pictures.Grey(64, 48));
        await first.LeaveAsync();
        await Eventually(async () =>
        {
            using var third = await Visitor.ConnectAsync(server.Page);
            return await third.ReceiveAsync() is not null;
        });
    }

    [Fact]
    public async Task Frames_that_arrive_too_fast_are_delayed()
    {
        await using var server = await RunningServer.StartAsync(new LandmarkServerOptions { MaxFramesPerSecond = 10 });
        using var visitor = await server.WelcomeAsync();
        var start = Stopwatch.GetTimestamp();
        for (uint i = 1; i <= 11; i++)
            await visitor.SendAsync(Visitor.Message(i, i, Pictures.Grey(64, 48)));
        for (var i = 1; i <= 11; i++)
            Assert.Equal(i, (await visitor.ReceiveAsync())!.Value.GetProperty("frame").GetInt32());
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0.85, 30);
    }

    [Fact]
    public async Task A_visitor_who_sends_nothing_is_disconnected()
    {
        await using var server = await RunningServer.StartAsync(new LandmarkServerOptions { IdleTime = TimeSpan.FromSeconds(0.5) });
        using var visitor = await server.WelcomeAsync();
        Assert.Null(await visitor.ReceiveAsync());
        Assert.Equal(1008, visitor.CloseCode);
    }

    [Fact]
    public async Task Visitors_are_notified_when_the_server_stops()
    {
        var server = await RunningServer.StartAsync();
        using var visitor = await server.WelcomeAsync();
        var closing = server.DisposeAsync();
        Assert.Null(await visitor.ReceiveAsync());
        Assert.Equal(1001, visitor.CloseCode);
        await closing;
    }

    [Fact(Timeout = 60_000)]
    public async Task A_visitor_who_does_not_read_is_cut_off_and_no_more_of_its_messages_are_read()
    {
        var options = new LandmarkServerOptions { SendTime = TimeSpan.FromSeconds(0.5) };
        using var networks = new SharedNetworks(Networks.Locator(), null, options.Tracking, null);
        using var socket = new StuckSocket(Visitor.Message(1, 1, Pictures.Grey(64, 48)), sends: 1);
        using var connection = new LandmarkConnection(socket, networks, options);
        await connection.RunAsync(CancellationToken.None);
        Assert.Equal(1, socket.Received);
    }

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await holds())
            await Task.Delay(50, limit.Token);
    }
}


namespace LiveLandmarks.Tests.Web;

public class ServeCommandTests
{
    [LinuxFact]
    public async Task Serve_prints_its_address_serves_there_and_ends_with_130()
    {
        using var process = CommandRun.Start("serve", "--port", "0", "--device", "cpu");
        var page = await AnnouncedAsync(process.StandardError);
        using var visitor = await Visitor.ConnectAsync(page);
        Assert.NotNull(await visitor.ReceiveAsync());

        await Tool.RunAsync("kill", "-TERM", $"{process.Id}");

        Assert.Null(await visitor.ReceiveAsync());
        Assert.Equal(1001, visitor.CloseCode);
        Assert.Equal(130, (await CommandRun.EndOf(process)).ExitCode);
    }

    [Fact]
    public async Task A_port_in_use_gives_exit_code_4()
    {
        await using var server = await RunningServer.StartAsync();
        (await CommandRun.Of("serve", "--port", $"{server.Page.Port}")).ShouldFail(4, $"127.0.0.1:{server.Page.Port}: cannot listen there");
    }

    [Fact]
    public async Task A_missing_certificate_gives_exit_code_3() =>
        (await CommandRun.Of("serve", "--certificate", "none.pem", "--key", "none.pem")).ShouldFail(3, "none.pem: no such file");

    private static async Task<Uri> AnnouncedAsync(StreamReader error)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await error.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("open ", StringComparison.Ordinal))
                return new Uri(line.Split(' ')[1]);
        }
        throw new InvalidOperationException("It ended without an address.");
    }
}

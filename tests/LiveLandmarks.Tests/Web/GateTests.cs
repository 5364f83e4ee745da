using System.Net;
using LiveLandmarks.Web;

namespace LiveLandmarks.Tests.Web;

public sealed class GateTests : IDisposable
{
    private const string Token = "correct-horse-battery";

    private static readonly string[] Paths = ["/", "/app.js", "/style.css", "/none"];

    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false };
    private readonly HttpClient client;

    public GateTests() => client = new HttpClient(handler);

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Without_a_token_only_the_page_and_its_files_are_served()
    {
        await using var server = await RunningServer.StartAsync();
        foreach (var (path, type) in new[] { ("/", "text/html"), ("/app.js", "text/javascript"), ("/style.css", "text/css"),
            ("/icon.svg", "image/svg+xml") })
        {
            using var response = await client.GetAsync(new Uri(server.Page, path));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        }
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf(server.Page, "/../LandmarkSite.cs"));
        Assert.Equal(HttpStatusCode.UpgradeRequired, await StatusOf(server.Page, "/landmarks"));
        using var posted = await client.PostAsync(server.Page, null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
    }

    [Fact]
    public async Task Every_response_has_the_security_headers()
    {
        await using var server = await RunningServer.StartAsync(new LandmarkServerOptions { Token = Token });
        foreach (var path in Paths)
        {
            using var response = await client.GetAsync(new Uri(server.Page, path));
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
            Assert.False(response.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task A_foreign_host_name_or_origin_is_refused()
    {
        await using var server = await RunningServer.StartAsync();
        using var rebound = new HttpRequestMessage(HttpMethod.Get, server.Page) { Headers = { Host = $"evil.example:{server.Page.Port}" } };
        using var response = await client.SendAsync(rebound);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);

        foreach (var origin in new[] { "http://evil.example", "null", $"https://127.0.0.1:{server.Page.Port}", "http://127.0.0.1:1" })
            Assert.Equal(HttpStatusCode.Forbidden,
                await Visitor.RefusalAsync(server.Page, options => options.SetRequestHeader("Origin", origin)));
        using var visitor = await Visitor.ConnectAsync(
            server.Page, options => options.SetRequestHeader("Origin", server.Page.GetLeftPart(UriPartial.Authority)));
        Assert.NotNull(await visitor.ReceiveAsync());
    }

    [Fact]
    public async Task With_a_token_only_those_who_present_it_are_admitted()
    {
        await using var server = await RunningServer.StartAsync(new LandmarkServerOptions { Token = Token });
        Assert.Equal($"?token={Token}", server.Page.Query);
        foreach (var path in new[] { "/", "/app.js", "/?token=", "/?token=correct-horse", "/?token=correct-horse-battery-" })
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(server.Page, path));
        foreach (var wrong in new[] { "", "?token=wrong", $"?token={Token}&token={Token}" })
            Assert.Equal(HttpStatusCode.Unauthorized, await Visitor.RefusalAsync(new UriBuilder(server.Page) { Query = wrong }.Uri));
        using var visitor = await Visitor.ConnectAsync(server.Page);
        Assert.NotNull(await visitor.ReceiveAsync());
    }

    [Fact]
    public async Task The_token_moves_from_the_link_into_a_cookie_that_opens_page_and_socket()
    {
        await using var server = await RunningServer.StartAsync(new LandmarkServerOptions { Token = Token });
        using var redirection = await client.GetAsync(server.Page);
        Assert.Equal(HttpStatusCode.Redirect, redirection.StatusCode);
        Assert.Equal("/", redirection.Headers.Location!.OriginalString);
        Assert.Contains("httponly", Assert.Single(redirection.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);

        Assert.Equal(HttpStatusCode.OK, await StatusOf(server.Page, "/"));
        using var visitor = await Visitor.ConnectAsync(
            new UriBuilder(server.Page) { Query = "" }.Uri, options => options.Cookies = handler.CookieContainer);
        Assert.NotNull(await visitor.ReceiveAsync());
    }

    [Fact]
    public async Task A_server_on_all_addresses_of_the_machine_has_a_random_token()
    {
        await using var one = await RunningServer.StartAsync(new LandmarkServerOptions { Address = IPAddress.Any });
        await using var other = await RunningServer.StartAsync(new LandmarkServerOptions { Address = IPAddress.Any });
        Assert.Matches("^\\?token=[A-Za-z0-9_-]{32}$", one.Page.Query);
        Assert.NotEqual(one.Page.Query, other.Page.Query);
        Assert.NotEqual("0.0.0.0", one.Page.Host);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(new Uri($"http://127.0.0.1:{one.Page.Port}"), "/"));
    }

    private async Task<HttpStatusCode> StatusOf(Uri page, string path)
    {
        using var response = await client.GetAsync(new Uri(page, path));
        return response.StatusCode;
    }
}

using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace LiveLandmarks.Web;

/// <summary>Answers requests: serves the page's files, and the socket at <see cref="SocketPath"/>.</summary>
/// <param name="options">The limits for visitors.</param>
/// <param name="gate">Decides which requests are refused.</param>
/// <param name="networks">Finds the faces.</param>
internal sealed class LandmarkSite(LandmarkServerOptions options, RequestGate gate, SharedNetworks networks)
{
    public const string SocketPath = "/landmarks";

    /// <summary>
    /// Close code for visitors beyond the maximum. .NET's own client refuses the registered code 1013, "try again later", so this is a
    /// code for private use.
    /// </summary>
    public const int Full = 4503;

    // Number of excess visitors at once that are told over their socket, since scripts in a browser cannot see an HTTP status.
    private const int MaxTurnedAway = 8;

    private static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PingTime = TimeSpan.FromSeconds(15);

    private int visitors;

    /// <summary>Adds the steps that handle a request: checks, the socket, the page's files.</summary>
    /// <param name="application">The application that answers the requests.</param>
    public void AddTo(WebApplication application)
    {
        var stopping = application.Lifetime.ApplicationStopping;
        application.Use((HttpContext context, RequestDelegate next) =>
        {
            SecurityHeaders.Add(context.Response.Headers);
            return next(context);
        });
        application.UseHostFiltering();
        application.Use((HttpContext context, RequestDelegate next) =>
            gate.Refuse(context.Request) is var (status, reason) ? SayAsync(context, status, reason) : next(context));
        application.UseWebSockets(new WebSocketOptions { KeepAliveInterval = PingTime, KeepAliveTimeout = PingTime });
        application.MapWhen(context => context.Request.Path == SocketPath, socket => socket.Run(context => ServeAsync(context, stopping)));
        application.Use((HttpContext context, RequestDelegate next) => gate.TakeTokenFromAddress(context)
            ? Task.CompletedTask
            : next(context));
        PageFiles.Serve(application);
    }

    private static Task SayAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(reason + "\n", context.RequestAborted);
    }

    private async Task ServeAsync(HttpContext context, CancellationToken stopping)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await SayAsync(context, StatusCodes.Status426UpgradeRequired, "This address is for web sockets.");
            return;
        }
        var count = Interlocked.Increment(ref visitors);
        try
        {
            if (count > options.MaxConnections + MaxTurnedAway)
            {
                context.Response.Headers.RetryAfter = "10";
                await SayAsync(context, StatusCodes.Status503ServiceUnavailable, "Too many visitors; come back later.");
                return;
            }
            var socket = await context.WebSockets.AcceptWebSocketAsync();
            if (count > options.MaxConnections)
            {
                await TurnAwayAsync(socket);
                return;
            }
            using var connection = new LandmarkConnection(socket, networks, options);
            await connection.RunAsync(stopping);
        }
        finally
        {
            Interlocked.Decrement(ref visitors);
        }
    }

    private static async Task TurnAwayAsync(WebSocket socket)
    {
        using var limit = new CancellationTokenSource(FarewellTime);
        try
        {
            await socket.CloseAsync((WebSocketCloseStatus)Full, "Too many visitors; come back later.", limit.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            socket.Abort();
        }
    }
}

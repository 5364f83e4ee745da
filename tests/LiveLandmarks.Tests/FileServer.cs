using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Tests;

/// <summary>A web server on loopback that serves one file, with range requests, and can cut the connection.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private FileServer(WebApplication application, int port) => (this.application, Port) = (application, port);

    public int Port { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="file">The file to serve.</param>
    /// <param name="port">The port; 0 for any free one.</param>
    /// <param name="bytesBeforeLoss">Number of bytes after which the connection is cut; null to send all.</param>
    public static async Task<FileServer> StartAsync(string file, int port = 0, int? bytesBeforeLoss = null)
    {
        port = port > 0 ? port : FreePort();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var application = builder.Build();
        application.Urls.Add($"http://127.0.0.1:{port}");
        application.MapGet("/{name}", (HttpContext context) => bytesBeforeLoss is { } count
            ? BeginAsync(context, file, count)
            : Results.File(file, "video/mp4", enableRangeProcessing: true).ExecuteAsync(context));
        await application.StartAsync();
        return new FileServer(application, port);
    }

    public string Address(string name) => $"http://127.0.0.1:{Port}/{name}";

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static async Task BeginAsync(HttpContext context, string file, int count)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes.AsMemory(0, count));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    /// <summary>A port on loopback on which no program listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

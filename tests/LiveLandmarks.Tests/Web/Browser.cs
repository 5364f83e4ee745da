using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace LiveLandmarks.Tests.Web;

/// <summary>A headless Chromium with one page, driven over its DevTools socket.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string Announcement = "DevTools listening on ";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly TempFolder profile = new();
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource limit = new(Limit);
    private readonly Process process;
    private int lastId;

    private Browser(string[] switches)
    {
        process = Process.Start(new ProcessStartInfo("chromium", [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-port=0",
            "--window-size=1280,800", $"--user-data-dir={profile.Path}", .. switches, "about:blank",
        ]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
    }

    /// <summary>Starts one.</summary>
    /// <param name="switches">Further switches of the command line.</param>
    public static async Task<Browser> StartAsync(params string[] switches)
    {
        var browser = new Browser(switches);
        try
        {
            await browser.AttachAsync();
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    public Task OpenAsync(Uri page) => CallAsync("Page.navigate", new { url = page.OriginalString });

    /// <summary>The value of an expression in the page, or of the promise that it is.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        var result = await CallAsync("Runtime.evaluate", new { expression, awaitPromise = true, returnByValue = true, userGesture = true });
        if (result.TryGetProperty("exceptionDetails", out var failure))
            throw new InvalidOperationException($"{expression}: {failure}");
        return result.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    /// <summary>Waits until an expression is true.</summary>
    public async Task UntilAsync(string expression)
    {
        try
        {
            while (!await IsTrueAsync(expression))
                await Task.Delay(100, limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Never true: {expression}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        limit.Dispose();
        await RemoveProfileAsync();
    }

    /// <summary>While a page is being replaced there is nothing to ask.</summary>
    private async Task<bool> IsTrueAsync(string expression)
    {
        try
        {
            return (await EvaluateAsync($"Promise.resolve({expression}).then(Boolean)")).ValueKind == JsonValueKind.True;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private async Task AttachAsync()
    {
        _ = process.StandardOutput.ReadToEndAsync();
        string? line;
        do
            line = await process.StandardError.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("Chromium ended at once.");
        while (!line.StartsWith(Announcement, StringComparison.Ordinal));
        // What nobody reads would stop it once the pipe is full.
        _ = process.StandardError.ReadToEndAsync();

        var port = new Uri(line[Announcement.Length..]).Port;
        using var client = new HttpClient();
        var targets = await client.GetFromJsonAsync<JsonElement>($"http://127.0.0.1:{port}/json", limit.Token);
        var page = targets.EnumerateArray().First(target => target.GetProperty("type").GetString() == "page");
        await socket.ConnectAsync(new Uri(page.GetProperty("webSocketDebuggerUrl").GetString()!), limit.Token);
    }

    private async Task<JsonElement> CallAsync(string method, object parameters)
    {
        var id = ++lastId;
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters }), WebSocketMessageType.Text, true, limit.Token);
        while (true)
        {
            var message = await ReceiveAsync();
            if (!message.TryGetProperty("id", out var answered) || answered.GetInt32() != id)
                continue;
            return message.TryGetProperty("result", out var result) ? result : throw new InvalidOperationException($"{method}: {message}");
        }
    }

    private async Task<JsonElement> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[1 << 16];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, limit.Token);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonDocument.Parse(message.ToArray()).RootElement;
    }

    /// <summary>Its helpers write for a moment after it has ended.</summary>
    private async Task RemoveProfileAsync()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                profile.Dispose();
                return;
            }
            catch (IOException) when (tries < 20)
            {
                await Task.Delay(100);
            }
        }
    }
}

using System.Text.Json;
using PuppeteerSharp;

namespace LiveLandmarks.Tests.Web;

/// <summary>The Chromium of the system without a window, with one page.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly IBrowser chromium;
    private readonly IPage page;

    private Browser(IBrowser chromium, IPage page) => (this.chromium, this.page) = (chromium, page);

    /// <summary>Starts a browser.</summary>
    /// <param name="switches">Additional command-line switches.</param>
    public static async Task<Browser> StartAsync(params string[] switches)
    {
        var chromium = await Puppeteer.LaunchAsync(new LaunchOptions
        {
            ExecutablePath = ProgramFactAttribute.PathOf("chromium"),
            Args = ["--no-sandbox", "--disable-gpu", "--window-size=1280,800", .. switches],
            DefaultViewport = null,
            Timeout = (int)Limit.TotalMilliseconds,
        });
        try
        {
            var page = (await chromium.PagesAsync())[0];
            page.DefaultTimeout = (int)Limit.TotalMilliseconds;
            return new Browser(chromium, page);
        }
        catch
        {
            await chromium.DisposeAsync();
            throw;
        }
    }

    public Task OpenAsync(Uri address) => page.GoToAsync(address.OriginalString);

    /// <summary>The value of an expression in the page; a promise is awaited.</summary>
    public Task<JsonElement> EvaluateAsync(string expression) => page.EvaluateExpressionAsync<JsonElement>(expression);

    /// <summary>Waits until an expression is true; a promise is awaited.</summary>
    public Task UntilAsync(string expression) => page.WaitForExpressionAsync(expression);

    public ValueTask DisposeAsync() => chromium.DisposeAsync();
}

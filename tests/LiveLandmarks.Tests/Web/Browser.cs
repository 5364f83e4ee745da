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

    /// <summary>Runs a script in every page that is opened from now on, before the page's own scripts.</summary>
    public Task BeforePageAsync(string script) => page.EvaluateExpressionOnNewDocumentAsync(script);

    /// <summary>Makes the page this wide and high, as on a phone.</summary>
    public Task ShrinkAsync(int width, int height) =>
        page.SetViewportAsync(new ViewPortOptions { Width = width, Height = height, IsMobile = true, HasTouch = true });

    /// <summary>Chooses a file in a file input.</summary>
    public async Task ChooseAsync(string selector, string file) => await (await page.QuerySelectorAsync(selector)).UploadFileAsync(file);

    /// <summary>Presses a key, as on a keyboard.</summary>
    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    /// <summary>Puts downloads into a folder from now on.</summary>
    public async Task DownloadToAsync(string folder) =>
        await page.Client.SendAsync("Page.setDownloadBehavior", new { behavior = "allow", downloadPath = folder });

    /// <summary>The value of an expression in the page; a promise is awaited.</summary>
    public Task<JsonElement> EvaluateAsync(string expression) => page.EvaluateExpressionAsync<JsonElement>(expression);

    /// <summary>Waits until an expression is true; a promise is awaited.</summary>
    public Task UntilAsync(string expression) => page.WaitForExpressionAsync(expression);

    public ValueTask DisposeAsync() => chromium.DisposeAsync();
}

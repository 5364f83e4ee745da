using System.Text.Json;

namespace LiveLandmarks.Tests.Web;

/// <summary>A browser that shows the page of a server and notes what its content security policy refuses.</summary>
internal sealed class PageVisit : IAsyncDisposable
{
    public const string NoCamera = "--use-fake-device-for-media-stream=device-count=0";

    private const string Watch = """
        self.violations = [];
        document.addEventListener('securitypolicyviolation', event => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
        """;

    private PageVisit(Browser browser) => Browser = browser;

    public Browser Browser { get; }

    /// <summary>Opens the page.</summary>
    /// <param name="server">The server.</param>
    /// <param name="before">A script to run before those of the page; null for none.</param>
    /// <param name="switches">Switches of the browser.</param>
    public static async Task<PageVisit> StartAsync(RunningServer server, string? before = null, params string[] switches)
    {
        var browser = await Browser.StartAsync(switches);
        try
        {
            await browser.BeforePageAsync(Watch + before);
            await browser.OpenAsync(server.Page);
            await browser.UntilAsync("document.getElementById('start') && import('/app.js')");
            return new PageVisit(browser);
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    public Task<JsonElement> EvaluateAsync(string expression) => Browser.EvaluateAsync(expression);

    public Task UntilAsync(string expression) => Browser.UntilAsync(expression);

    public Task ClickAsync(string id) => EvaluateAsync($"document.getElementById('{id}').click()");

    public async Task<string> TextAsync(string id) =>
        (await EvaluateAsync($"document.getElementById('{id}').innerText")).GetString()!;

    /// <summary>Chooses a picture and waits until it is drawn with its landmarks.</summary>
    public async Task ShowPictureAsync(string file)
    {
        await Browser.ChooseAsync("#file", file);
        await UntilAsync("document.getElementById('connection').innerText === 'Picture'");
    }

    /// <summary>Chooses a file and waits for a notice.</summary>
    public async Task ShouldRefuseAsync(string file, string title)
    {
        await Browser.ChooseAsync("#file", file);
        await UntilAsync($"document.getElementById('notice').innerText.includes({JsonSerializer.Serialize(title)})");
    }

    /// <summary>The policy refused nothing, and would have noted it.</summary>
    public async Task ShouldKeepToThePolicyAsync()
    {
        const string count = "violations.length";
        var refused = await EvaluateAsync("violations.join(', ')");
        Assert.Equal("", refused.GetString());
        await EvaluateAsync("document.body.setAttribute('style', 'margin: 1px')");
        await UntilAsync($"{count} === 1");
    }

    public ValueTask DisposeAsync() => Browser.DisposeAsync();
}

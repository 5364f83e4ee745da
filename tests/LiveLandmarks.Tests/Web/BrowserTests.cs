using System.Text.Json;

namespace LiveLandmarks.Tests.Web;

public sealed class BrowserTests : IDisposable
{
    private const string ClickStart = "document.getElementById('start').click()";
    private const string Notice = "document.getElementById('notice').innerText";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [ProgramFact("chromium")]
    public async Task Landmarks_are_drawn_onto_the_picture_that_they_belong_to()
    {
        var camera = folder.File("camera.mjpeg");
        FakeCamera.Write(camera);
        await using var server = await RunningServer.StartAsync();
        await using var browser = await Browser.StartAsync(FakeCamera.Switches(camera));
        await browser.OpenAsync(server.Page);
        await browser.UntilAsync("document.getElementById('start') && import('/app.js')");
        await browser.EvaluateAsync("document.getElementById('mirror').click()");
        await browser.EvaluateAsync(ClickStart);
        await browser.UntilAsync("import('/app.js').then(({ state }) => state.fps)");

        List<double> errors = [];
        var last = 0;
        for (var i = 0; i < 40; i++)
        {
            await browser.UntilAsync($"import('/app.js').then(({{ state }}) => state.drawn.frame > {last})");
            var shown = DrawnFrame.Read(await browser.EvaluateAsync(DrawnFrame.Expression));
            last = shown.Number;
            Assert.InRange(shown.DotsFound, 55, 68);
            errors.Add(shown.Error);
        }

        // A picture with its neighbour's landmarks would be wrong by several percent wherever the clip moves.
        errors.Sort();
        Assert.InRange(errors[errors.Count / 2], 0, 0.02);
        Assert.InRange(errors[errors.Count * 9 / 10], 0, 0.05);
        Assert.InRange(double.Parse(await TextAsync(browser, "fps"), System.Globalization.CultureInfo.InvariantCulture), 1, 31);
        Assert.Matches("^[0-9]+ ms$", await TextAsync(browser, "latency"));
        Assert.Equal("1", await TextAsync(browser, "count"));
        Assert.StartsWith("Face 1", await TextAsync(browser, "faces"), StringComparison.Ordinal);
        await SaveForTheDocsAsync(browser);
    }

    [ProgramFact("chromium")]
    public async Task The_page_connects_again_when_the_server_comes_back()
    {
        var camera = folder.File("camera.mjpeg");
        FakeCamera.Write(camera);
        var server = await RunningServer.StartAsync();
        await using var browser = await Browser.StartAsync(FakeCamera.Switches(camera));
        await browser.OpenAsync(server.Page);
        await browser.UntilAsync("document.getElementById('start') && import('/app.js')");
        await browser.EvaluateAsync(ClickStart);
        await browser.UntilAsync("import('/app.js').then(({ state }) => state.drawn)");

        await server.DisposeAsync();
        await browser.UntilAsync($"{Notice}.includes('The server is gone')");
        Assert.Equal("Not connected", await TextAsync(browser, "connection"));

        await using var again = await RunningServer.StartAsync(port: server.Page.Port);
        await browser.UntilAsync("document.getElementById('notice').hidden");
        Assert.Equal("Connected", await TextAsync(browser, "connection"));

        await browser.EvaluateAsync(ClickStart);
        Assert.Equal("Stopped", await TextAsync(browser, "connection"));
        Assert.Equal("–", await TextAsync(browser, "fps"));
    }

    [ProgramFact("chromium")]
    public Task Without_a_camera_the_page_says_so() => ShouldSayAsync("No camera found", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream=device-count=0");

    [ProgramFact("chromium")]
    public Task When_the_camera_is_refused_the_page_says_so() => ShouldSayAsync("The camera was refused", "--deny-permission-prompts", "--use-fake-device-for-media-stream");

    private static async Task ShouldSayAsync(string title, params string[] switches)
    {
        await using var server = await RunningServer.StartAsync();
        await using var browser = await Browser.StartAsync(switches);
        await browser.OpenAsync(server.Page);
        await browser.UntilAsync("document.getElementById('start') && import('/app.js')");
        await browser.EvaluateAsync(ClickStart);
        await browser.UntilAsync($"{Notice}.includes({JsonSerializer.Serialize(title)})");
        Assert.Equal("Start", await TextAsync(browser, "start"));
    }

    private static async Task<string> TextAsync(Browser browser, string id) =>
        (await browser.EvaluateAsync($"document.getElementById('{id}').innerText")).GetString()!;

    /// <summary>Set SERVE_SCREENSHOT to a file's name to remake docs/images/serve.png.</summary>
    private static async Task SaveForTheDocsAsync(Browser browser)
    {
        if (Environment.GetEnvironmentVariable("SERVE_SCREENSHOT") is not { } path)
            return;
        await browser.EvaluateAsync("document.getElementById('mirror').click()");
        await browser.UntilAsync("import('/app.js').then(({ state }) => state.drawn.faces[0]?.box[2] > 150)");
        await File.WriteAllBytesAsync(path, await browser.ScreenshotAsync());
    }
}

using System.Globalization;
using System.Text.Json;

namespace LiveLandmarks.Tests.Web;

public sealed class RecordingTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [ProgramFact("chromium")]
    public async Task A_recording_has_the_pictures_as_drawn_and_every_answer()
    {
        var camera = folder.File("camera.mjpeg");
        FakeCamera.Write(camera);
        await using var server = await RunningServer.StartAsync();
        await using var visit = await PageVisit.StartAsync(server, null, FakeCamera.Switches(camera));
        Assert.True((await visit.EvaluateAsync("document.getElementById('record').disabled")).GetBoolean());
        await visit.Browser.DownloadToAsync(folder.Path);
        await visit.ClickAsync("start");
        await visit.UntilAsync("!document.getElementById('record').disabled");

        // With the keyboard. The page counts the answers while it records.
        await visit.EvaluateAsync("document.getElementById('record').focus()");
        await visit.Browser.PressAsync("Space");
        Assert.Equal("Recording.", await visit.TextAsync("state"));
        var counted = await visit.EvaluateAsync("""
            import('/app.js').then(({ state }) => new Promise(resolve => {
              let last = state.drawn;
              const frames = [];
              const watch = setInterval(() => {
                if (last === state.drawn) return;
                last = state.drawn;
                frames.push(last.frame);
                if (frames.length < 12) return;
                clearInterval(watch);
                document.getElementById('record').click();
                resolve(frames);
              }, 2);
            }))
            """);
        await visit.UntilAsync("document.querySelectorAll('#files a').length === 2");
        Assert.Matches("^Recorded [0-9]+ s[.]$", await visit.TextAsync("state"));
        await visit.EvaluateAsync("document.querySelector('#files a').click()");
        var video = await DownloadedAsync("*.webm");
        await visit.EvaluateAsync("document.querySelectorAll('#files a')[1].click()");
        var answers = await DownloadedAsync("*.jsonl");

        var frames = (await File.ReadAllLinesAsync(answers)).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        var numbers = frames.Select(frame => frame.GetProperty("frame").GetInt32()).ToArray();
        var seen = counted.EnumerateArray().Select(number => number.GetInt32()).ToArray();
        // All answers from the first to the last, without a gap. One may have come between the key and the count.
        Assert.Equal(Enumerable.Range(numbers[0], numbers.Length), numbers);
        Assert.Equal(seen[^1], numbers[^1]);
        Assert.InRange(seen[0] - numbers[0], 0, 2);
        Assert.Contains(frames, frame => frame.GetProperty("faces").GetArrayLength() == 1);

        byte[] matroska = [0x1A, 0x45, 0xDF, 0xA3];
        Assert.Equal(matroska, (await File.ReadAllBytesAsync(video))[..4]);
        if (ProgramFactAttribute.LackOf("ffprobe") is null)
        {
            var pictures = await Tool.RunAsync("ffprobe", "-v", "error", "-count_frames", "-select_streams", "v", "-show_entries",
                "stream=nb_read_frames", "-of", "csv=p=0", video);
            Assert.InRange(int.Parse(pictures, CultureInfo.InvariantCulture), numbers.Length / 2, numbers.Length + 3);
        }
        await visit.ShouldKeepToThePolicyAsync();
    }

    [ProgramFact("chromium")]
    public async Task Without_a_recorder_in_the_browser_the_button_says_why_it_is_disabled()
    {
        await using var server = await RunningServer.StartAsync();
        await using var visit = await PageVisit.StartAsync(server, "delete window.MediaRecorder;");
        var button = await visit.EvaluateAsync("(({ disabled, title }) => ({ disabled, title }))(document.getElementById('record'))");
        Assert.True(button.GetProperty("disabled").GetBoolean());
        Assert.Equal("This browser cannot record.", button.GetProperty("title").GetString());
    }

    private async Task<string> DownloadedAsync(string pattern)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (Directory.GetFiles(folder.Path, pattern) is [var file] && new FileInfo(file).Length > 0)
                return file;
            await Task.Delay(50, limit.Token);
        }
    }
}

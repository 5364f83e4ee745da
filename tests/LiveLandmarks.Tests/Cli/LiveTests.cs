using System.Diagnostics;
using System.Text.Json;

namespace LiveLandmarks.Tests.Cli;

public sealed class LiveTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [ProgramFact("ffmpeg")]
    public async Task A_file_from_an_address_is_played_in_real_time_to_its_end()
    {
        await using var server = await FileServer.StartAsync(Repository.Media("collins.mp4"));
        var watch = Stopwatch.StartNew();
        var run = await CommandRun.Of("live", "--headless", "--source", server.Address("collins.mp4"), "--json", folder.File("o.jsonl"));
        run.ShouldSucceed();
        // The clip lasts 8 s; frames that arrive faster than they are processed are dropped.
        Assert.InRange(watch.Elapsed.TotalSeconds, 7.5, 60);
        var lines = File.ReadAllLines(folder.File("o.jsonl"));
        Assert.InRange(lines.Length, 30, 240);
        Assert.InRange(JsonDocument.Parse(lines[^1]).RootElement.GetProperty("timestamp").GetDouble(), 7.5, 8);
        Assert.All(lines, line => Assert.Equal(1, JsonLine.Faces(line)));
    }

    [Fact]
    public async Task A_folder_is_shown_at_one_picture_a_second()
    {
        for (var i = 0; i < 4; i++)
            File.Copy(Repository.Media("astronaut.png"), folder.File($"{i}.png"));
        var watch = Stopwatch.StartNew();
        var run = await CommandRun.Of("live", "--headless", "--source", folder.Path, "--json", folder.File("o.jsonl"));
        run.ShouldSucceed();
        Assert.InRange(watch.Elapsed.TotalSeconds, 2.9, 60);
        Assert.Equal(4, File.ReadAllLines(folder.File("o.jsonl")).Length);
    }

    [ProgramFact("ffmpeg")]
    public async Task An_address_that_does_not_answer_gives_exit_code_3() =>
        (await CommandRun.Of("live", "--headless", "--source", "rtsp://127.0.0.1:9/none"))
            .ShouldFail(3, "rtsp://127.0.0.1:9/none: no video stream could be opened there");
}

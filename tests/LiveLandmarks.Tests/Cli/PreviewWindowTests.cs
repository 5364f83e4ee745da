using System.Diagnostics;
using System.Text.Json;

namespace LiveLandmarks.Tests.Cli;

/// <summary>The preview's real window, on a virtual display.</summary>
public sealed class PreviewWindowTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [ProgramFact("Xvfb")]
    public async Task The_window_stays_open_until_the_clip_ends()
    {
        using var display = Process.Start(
            new ProcessStartInfo("Xvfb", ["-displayfd", "1", "-screen", "0", "800x600x24"])
            { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var number = await display.StandardOutput.ReadLineAsync();
            var lines = folder.File("faces.jsonl");
            var program = Path.Combine(AppContext.BaseDirectory, ProgramUnderTest.File);
            var start = new ProcessStartInfo(program, ["live", "--source", Repository.Media("collins.mp4"), "--json", lines])
                { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["DISPLAY"] = $":{number}";
            start.Environment.Remove("WAYLAND_DISPLAY");
            using var process = Process.Start(start)!;
            var run = await CommandRun.EndOf(process);
            run.ShouldSucceed();
            // The clip lasts 8 s; a busy machine drops frames, mostly at the start.
            using var last = JsonDocument.Parse(File.ReadLines(lines).Last());
            Assert.InRange(last.RootElement.GetProperty("timestamp").GetDouble(), 6, 9);
        }
        finally
        {
            display.Kill();
        }
    }
}

using LiveLandmarks.Capture;

namespace LiveLandmarks.Tests.Cli;

/// <summary>Runs that end because their terminal or the reader of their output goes away.</summary>
public sealed class EndOfRunTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [LinuxFact]
    public async Task A_closed_terminal_ends_a_recording_cleanly_and_a_second_run_cannot_write_its_files()
    {
        using var process = CommandRun.StartHearingHangUps(
            "video", Repository.Media("two-faces.mp4"), "--out", folder.File("o.mp4"), "--json", folder.File("o.jsonl"));
        var end = CommandRun.EndOf(process);
        await CommandRun.LinesIn(folder.File("o.jsonl"), 5);

        (await CommandRun.Of("video", Repository.Media("collins.mp4"), "--out", folder.File("o.mp4")))
            .ShouldFail(4, "o.mp4: another run is writing this");
        (await CommandRun.Of("image", Repository.Media("astronaut.png"), "--json", folder.File("o.jsonl")))
            .ShouldFail(4, "o.jsonl: another run is writing this");
        await Tool.RunAsync("kill", "-HUP", $"{process.Id}");

        Assert.Equal(130, (await end).ExitCode);
        var lines = File.ReadAllLines(folder.File("o.jsonl"));
        Assert.InRange(lines.Length, 5, 323);
        Assert.All(lines, line => JsonLine.Faces(line));
        Assert.Equal(lines.Length, VideoReader.Inspect(folder.File("o.mp4")).FrameCount);
        Assert.Equal(["o.jsonl", "o.mp4"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    // Uses a real terminal: once it is gone, writing messages fails too.
    [ProgramFact("python3")]
    public async Task A_recording_is_complete_even_if_its_terminal_vanishes()
    {
        const string Terminal = """
            import os, pty, signal, sys
            signal.signal(signal.SIGHUP, signal.SIG_DFL)
            child, terminal = pty.fork()
            if child == 0:
                os.execv(sys.argv[1], sys.argv[1:])
            shown = b''
            while shown.count(b'fps') < 3:
                shown += os.read(terminal, 4096)
            os.close(terminal)
            print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
            """;
        var program = Path.Combine(AppContext.BaseDirectory, ProgramUnderTest.File);

        var code = await Tool.RunAsync(
            "python3", "-c", Terminal, program, "video", Repository.Media("two-faces.mp4"), "--out", folder.File("o.mp4"), "--json",
            folder.File("o.jsonl"));

        Assert.Equal("130", code.Trim());
        Assert.Equal(File.ReadAllLines(folder.File("o.jsonl")).Length, VideoReader.Inspect(folder.File("o.mp4")).FrameCount);
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [LinuxFact]
    public async Task A_run_under_nohup_survives_its_terminal()
    {
        SyntheticVideo.Write(folder.File("in.mp4"), 20);
        var program = Path.Combine(AppContext.BaseDirectory, ProgramUnderTest.File);
        var script = $"trap '' HUP; '{program}' video '{folder.File("in.mp4")}' --json '{folder.File("o.jsonl")}' 2> /dev/null & run=$!; " +
            $"while ! [ -s '{folder.File("o.jsonl")}' ]; do sleep 0.02; done; kill -HUP $run; wait $run; echo $?";
        Assert.Equal("0", (await Tool.RunAsync("bash", "-c", script)).Trim());
        Assert.Equal(20, File.ReadAllLines(folder.File("o.jsonl")).Length);
    }

    [LinuxFact]
    public async Task A_closed_output_pipe_ends_the_run_quietly()
    {
        foreach (var output in new[] { "--json", "--csv" })
        {
            using var process = CommandRun.Start("video", Repository.Media("two-faces.mp4"), output, "-", "--out", folder.File("o.mp4"));
            var error = process.StandardError.ReadToEndAsync();
            Assert.NotNull(await process.StandardOutput.ReadLineAsync());
            process.StandardOutput.Close();
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            await process.WaitForExitAsync(limit.Token);

            Assert.Equal(141, process.ExitCode);
            Assert.DoesNotContain("livelandmarks:", await error, StringComparison.Ordinal);
            Assert.InRange(VideoReader.Inspect(folder.File("o.mp4")).FrameCount!.Value, 1, 200);
        }
    }

    [LinuxFact]
    public async Task The_standard_output_may_be_a_file_that_others_write_too()
    {
        SyntheticVideo.Write(folder.File("in.mp4"), 3);
        var program = Path.Combine(AppContext.BaseDirectory, ProgramUnderTest.File);
        await Tool.RunAsync("bash",
            "-c", $"(echo before; '{program}' video '{folder.File("in.mp4")}' --json - 2> /dev/null; echo behind) > " +
            $"'{folder.File("all")}'");
        var lines = File.ReadAllLines(folder.File("all"));
        Assert.Equal(("before", "behind", 5), (lines[0], lines[^1], lines.Length));
        Assert.All(lines[1..^1], line => JsonLine.Faces(line));
    }
}

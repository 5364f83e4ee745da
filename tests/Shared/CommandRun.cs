using System.Diagnostics;

namespace LiveLandmarks.Tests;

/// <summary>One run of the <see cref="ProgramUnderTest"/>, in its own process.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    /// <summary>The lines on standard error that report a failure, without the lines of progress.</summary>
    public string[] Failures =>
        [.. Error.Split('\n').Where(line => line.StartsWith($"{ProgramUnderTest.Name}: ", StringComparison.Ordinal))];

    public static async Task<CommandRun> Of(params string[] arguments)
    {
        using var process = Start(arguments);
        return await EndOf(process);
    }

    /// <summary>A run with an empty PATH, so that it finds no other programs.</summary>
    public static async Task<CommandRun> WithoutPrograms(params string[] arguments)
    {
        using var process = StartWith(path: "", arguments);
        return await EndOf(process);
    }

    /// <summary>A run with an environment variable.</summary>
    public static async Task<CommandRun> WithVariable(string name, string value, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments);
        start.Environment[name] = value;
        using var process = Start(start, Environment.GetEnvironmentVariable("PATH"));
        return await EndOf(process);
    }

    public static Process Start(params string[] arguments) => StartWith(Environment.GetEnvironmentVariable("PATH"), arguments);

    /// <summary>A run that receives SIGHUP (Linux) even if the tests run under <c>nohup</c>, which child processes inherit.</summary>
    public static Process StartHearingHangUps(params string[] arguments) =>
        Start(new ProcessStartInfo("env", ["--default-signal=HUP", Program, .. arguments]), Environment.GetEnvironmentVariable("PATH"));

    private static string Program =>
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? $"{ProgramUnderTest.File}.exe" : ProgramUnderTest.File);

    private static Process StartWith(string? path, string[] arguments) => Start(new ProcessStartInfo(Program, arguments), path);

    private static Process Start(ProcessStartInfo start, string? path)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Environment["PATH"] = path;
        start.Environment.Remove("DISPLAY");
        start.Environment.Remove("WAYLAND_DISPLAY");
        return Process.Start(start)!;
    }

    public static async Task<CommandRun> EndOf(Process process)
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new CommandRun(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"Still running after {Limit}.");
        }
    }

    /// <summary>Interrupts a run by SIGTERM. A process that a script starts in the background ignores SIGINT; both signals have the same
    /// handler.</summary>
    public static Task InterruptAsync(Process process) => Tool.RunAsync("kill", "-TERM", $"{process.Id}");

    /// <summary>Waits until a file has at least a number of lines.</summary>
    public static async Task LinesIn(string path, int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!File.Exists(path) || File.ReadLines(path).Count() < count)
            await Task.Delay(20, limit.Token);
    }

    /// <summary>Asserts that the run succeeded.</summary>
    public void ShouldSucceed() => Assert.True(ExitCode == 0, $"exit code {ExitCode}; standard error:\n{Error}");

    /// <summary>Asserts that the run failed as documented: with the exit code, and with one line that names the input, without a stack
    /// trace.</summary>
    public void ShouldFail(int code, string naming)
    {
        Assert.True(ExitCode == code, $"exit code {ExitCode}, expected {code}; standard error:\n{Error}");
        Assert.Contains(naming, Assert.Single(Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
    }
}

using System.Diagnostics;

namespace LiveLandmarks.Tests.Cli;

/// <summary>One run of the built command, as a process of its own.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>The lines on the standard error that report a failure; progress is not among them.</summary>
    public string[] Failures => [.. Error.Split('\n').Where(line => line.StartsWith("livelandmarks: ", StringComparison.Ordinal))];

    public static async Task<CommandRun> Of(params string[] arguments)
    {
        using var process = Start(arguments);
        return await EndOf(process);
    }

    public static Process Start(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "LiveLandmarks.Cli.exe" : "LiveLandmarks.Cli");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
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

    /// <summary>Asserts that the run failed as users are promised: the code, and one line that names the input, without a stack trace.</summary>
    public void ShouldFail(int code, string naming)
    {
        Assert.True(ExitCode == code, $"exit code {ExitCode}, expected {code}; standard error:\n{Error}");
        Assert.Contains(naming, Assert.Single(Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
    }
}

using System.Diagnostics;

namespace LiveLandmarks.Training.Tests.Fuzzing;

/// <summary>Tests that the harness of tests/LiveLandmarks.Fuzz finds faults, but none in the programs within half a minute.</summary>
public sealed class FuzzTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(12);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Half_a_minute_of_damaged_input_of_every_kind_ends_in_results_or_documented_errors()
    {
        var (code, output) = await FuzzAsync("--minutes", "0.5", "--seed", "1");
        Assert.True(code == 0, output);
        Assert.Equal(16, output.Split('\n').Count(
            line => line.Length > 40
            && char.IsLetter(line[0])
            && !line.StartsWith("kind", StringComparison.Ordinal)
            && !line.StartsWith("all", StringComparison.Ordinal)
            && !line.StartsWith("seed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Crashes_hangs_exceptions_and_broken_promises_are_found_and_kept_for_replay()
    {
        var (code, output) = await FuzzAsync("--kinds", "proving,hanging", "--inputs", "6", "--minutes", "30", "--hang", "3");
        Assert.True(code == 1, output);
        Assert.Contains("Crash", output, StringComparison.Ordinal);
        Assert.Contains("Hang", output, StringComparison.Ordinal);
        Assert.Contains("Fault: FormatException: another exception", output, StringComparison.Ordinal);
        Assert.Contains("Fault: WrongResultException", output, StringComparison.Ordinal);
        // One input is accepted, one is refused as documented, four are faults, and one hangs.
        Assert.Equal(5, Kept().Length);

        var kept = Kept().Single(path => File.ReadAllText(path) == "o");
        var (replayed, said) = await FuzzAsync("--replay", kept);
        Assert.Equal(1, replayed);
        Assert.Contains("FormatException", said, StringComparison.Ordinal);
    }

    [Trait("Duration", "Long")]
    [Fact]
    public async Task Memory_that_grows_from_input_to_input_is_found()
    {
        var (code, output) = await FuzzAsync("--kinds", "losing", "--inputs", "2600", "--minutes", "30");
        Assert.True(code == 1, output);
        Assert.Contains("losing: 1 times Memory", output, StringComparison.Ordinal);
    }

    [Trait("Duration", "Long")]
    [Fact]
    public async Task The_same_seed_makes_the_same_inputs()
    {
        string[] inputs = ["--kinds", "proving", "--inputs", "12", "--minutes", "30", "--seed", "5"];
        await FuzzAsync(inputs);
        var first = Kept().ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
        foreach (var path in Directory.GetFiles(folder.Path))
            File.Delete(path);
        await FuzzAsync(inputs);
        Assert.Equal(first, Kept().ToDictionary(path => Path.GetFileName(path), File.ReadAllText));
    }

    private string[] Kept() =>
        [.. Directory.GetFiles(folder.Path, "*--*").Where(path => !path.EndsWith(".txt.txt", StringComparison.Ordinal)).Order(
            StringComparer.Ordinal)];

    private async Task<(int Code, string Output)> FuzzAsync(params string[] arguments)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\'));
        var program = Path.GetFullPath(
            Path.Combine(AppContext.BaseDirectory, "..", "..", "LiveLandmarks.Fuzz", configuration, "LiveLandmarks.Fuzz.dll"));
        var failures = arguments.Contains("--replay") ? Array.Empty<string>() : ["--failures", folder.Path];
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [program, .. arguments, .. failures])
            { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var limit = new CancellationTokenSource(Limit);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, $"{await output}\n{await error}");
    }
}

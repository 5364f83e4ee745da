using System.Diagnostics;

namespace LiveLandmarks.Tests.Samples;

/// <summary>Runs the sample VideoFile as a separate process, without variables that a scheduler may have set for the tests.</summary>
internal static class VideoFileRun
{
    private static readonly string[] Variables =
        ["JOB_COMPLETION_INDEX", "SHARD_COUNT", "SLURM_ARRAY_TASK_COUNT", "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_MAX"];

    public static string Program { get; } =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "VideoFile.exe" : "VideoFile");

    public static Task<CommandRun> Of(params string[] arguments) => With([], arguments);

    public static async Task<CommandRun> With(Dictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(Program, environment, arguments);
        return await CommandRun.EndOf(process);
    }

    public static Process Start(string program, Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in Variables)
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>The lines on the standard error.</summary>
    public static string[] Complaints(this CommandRun run) => run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

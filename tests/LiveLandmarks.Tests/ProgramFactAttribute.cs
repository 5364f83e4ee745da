namespace LiveLandmarks.Tests;

/// <summary>A test that needs a program on the path; skipped, saying so, where it is not installed.</summary>
internal sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string program) => Skip = LackOf(program);

    /// <summary>Why tests that need a program are skipped; null where it is there.</summary>
    public static string? LackOf(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Any(folder => File.Exists(Path.Combine(folder, program))) ? null : $"The program '{program}' is not on this machine.";
    }
}

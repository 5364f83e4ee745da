namespace LiveLandmarks.Tests;

/// <summary>A test that needs a program on the path; skipped, saying so, where it is not installed.</summary>
internal sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string program) => Skip = LackOf(program);

    /// <summary>Why tests that need a program are skipped; null where it is installed.</summary>
    public static string? LackOf(string program) => PathOf(program) is null ? $"The program '{program}' is not on this machine." : null;

    /// <summary>Where a program is installed; null for nowhere.</summary>
    public static string? PathOf(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}

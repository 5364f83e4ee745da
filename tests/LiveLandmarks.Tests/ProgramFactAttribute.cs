namespace LiveLandmarks.Tests;

/// <summary>A test that needs a program on the path; skipped with a reason if it is not installed.</summary>
internal sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string program) => Skip = LackOf(program);

    /// <summary>The reason to skip tests that need a program; null if it is installed.</summary>
    public static string? LackOf(string program) => PathOf(program) is null ? $"The program '{program}' is not installed." : null;

    /// <summary>The path of a program; null if it is not installed.</summary>
    public static string? PathOf(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}

namespace LiveLandmarks.Tests;

/// <summary>A test that needs a program on the path; skipped, saying so, where it is not installed.</summary>
internal sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, program))))
            Skip = $"The program '{program}' is not on this machine.";
    }
}

namespace LiveLandmarks.Ffmpeg;

/// <summary>What came of a program that ran to its end.</summary>
/// <param name="ExitCode">Its exit code; 0 is good.</param>
/// <param name="Output">What it wrote to its standard output.</param>
/// <param name="LastError">The last line that it wrote to its standard error; null where there is none.</param>
public sealed record ProgramRun(int ExitCode, string Output, string? LastError);

namespace LiveLandmarks.Ffmpeg;

/// <summary>Result of a program that ran to its end.</summary>
/// <param name="ExitCode">Exit code of the program; 0 means success.</param>
/// <param name="Output">Everything that it wrote to standard output.</param>
/// <param name="LastError">The last line that it wrote to standard error; null if there is none.</param>
public sealed record ProgramRun(int ExitCode, string Output, string? LastError);

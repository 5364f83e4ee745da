namespace LiveLandmarks.Commands;

/// <summary>The exit codes of the process; documented in docs/guides/outputs.md.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int WrongUsage = 2;
    public const int Input = 3;
    public const int Output = 4;
    public const int Model = 5;
    public const int Device = 6;
    public const int InternalError = 70;
    public const int Interrupted = 130;

    /// <summary>The reader of standard output is gone. Shells report the same code for a program killed by SIGPIPE.</summary>
    public const int ReaderGone = 141;
}

namespace LiveLandmarks.Commands;

/// <summary>What the process returns; documented in the README.</summary>
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

    /// <summary>Whoever read the standard output went away; what shells report of a program that SIGPIPE ends.</summary>
    public const int ReaderGone = 141;
}

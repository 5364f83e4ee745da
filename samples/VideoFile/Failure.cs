namespace VideoFile;

/// <summary>Reports what keeps one video from being processed; the others are.</summary>
internal static class Failure
{
    /// <summary>One line on the standard error.</summary>
    public static void Report(string message) => Console.Error.WriteLine($"VideoFile: {message.ReplaceLineEndings(" ")}");
}

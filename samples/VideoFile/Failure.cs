namespace VideoFile;

/// <summary>Reports why one video cannot be processed. The other videos are processed anyway.</summary>
internal static class Failure
{
    /// <summary>Prints one line on standard error.</summary>
    public static void Report(string message) => Console.Error.WriteLine($"VideoFile: {message.ReplaceLineEndings(" ")}");
}

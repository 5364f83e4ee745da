namespace LiveLandmarks.Commands;

/// <summary>Finds out which library of the system is missing where a package's native library cannot be loaded.</summary>
internal static class MissingLibrary
{
    private const string NotFound = ": cannot open shared object file";

    /// <summary>The library's file name; null where the exception is about something else.</summary>
    /// <param name="exception">Any, such as that of a type initializer.</param>
    public static string? NameIn(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is not DllNotFoundException)
                continue;
            // The loader names the package's library by its paths, and what that one needs by its name alone.
            var line = cause.Message.Split('\n')
                .FirstOrDefault(line => !line.StartsWith('/') && line.Contains(NotFound, StringComparison.Ordinal));
            return line?[..line.IndexOf(NotFound, StringComparison.Ordinal)] ?? "of a package";
        }
        return null;
    }
}

namespace LiveLandmarks.Commands;

/// <summary>Finds out which system library is missing when a package's native library cannot be loaded.</summary>
internal static class MissingLibrary
{
    private const string NotFound = ": cannot open shared object file";

    /// <summary>The library's file name; null if the exception has another cause.</summary>
    /// <param name="exception">Any exception, such as that of a type initializer.</param>
    public static string? NameIn(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is not DllNotFoundException)
                continue;
            // The loader gives the package's library with its path, but the libraries that it needs only by name.
            var line = cause.Message.Split('\n')
                .FirstOrDefault(line => !line.StartsWith('/') && line.Contains(NotFound, StringComparison.Ordinal));
            return line?[..line.IndexOf(NotFound, StringComparison.Ordinal)] ?? "of a package";
        }
        return null;
    }
}

using LiveLandmarks.Commands;

namespace LiveLandmarks.Tests.Cli;

public sealed class MissingLibraryTests
{
    [Fact]
    public void The_missing_library_is_named_instead_of_the_one_that_needs_it()
    {
        // The error of .NET on Debian without GTK.
        var message = """
            Unable to load shared library 'OpenCvSharpExtern' or one of its dependencies. …
            /app/runtimes/linux-x64/native/OpenCvSharpExtern.so: cannot open shared object file: No such file or directory
            libgtk-3.so.0: cannot open shared object file: No such file or directory
            /app/runtimes/linux-x64/native/libOpenCvSharpExtern: cannot open shared object file: No such file or directory
            """;
        Assert.Equal("libgtk-3.so.0",
            MissingLibrary.NameIn(new TypeInitializationException(
                "OpenCvSharp.Internal.NativeMethods", new DllNotFoundException(message))));
    }

    [Fact]
    public void Other_failures_are_not_reported_as_a_missing_library() =>
        Assert.Null(MissingLibrary.NameIn(new InvalidOperationException("no", new IOException())));
}

namespace OpenCvSharp;

#pragma warning disable CS1591 // The names say it.

/// <summary>
/// OpenCV's own levels of logging. Nothing here uses them; the package has them, and whoever means those of Microsoft.Extensions.Logging
/// in a file that uses this namespace must say so: without this type such a file would compile here and not with the package.
/// </summary>
public enum LogLevel
{
    SILENT = 0,
    FATAL = 1,
    ERROR = 2,
    WARNING = 3,
    INFO = 4,
    DEBUG = 5,
    VERBOSE = 6,
}

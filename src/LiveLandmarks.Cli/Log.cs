using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace LiveLandmarks.Cli;

/// <summary>Writes the library's log to standard error, one line per message: cameras that are lost and come back, and with
/// <c>--verbose</c> everything.</summary>
internal static class Log
{
    // Categories.
    public const string Capture = "capture", Tracking = "tracking", Output = "output", Overlays = "overlays",
        Send = "send";

    /// <summary>The option, for all commands.</summary>
    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Log to standard error which devices were chosen, which faces appear, are lost and come back, and which files are " +
            "complete",
        Recursive = true,
    };

    /// <summary>Makes the logger factory. Disposing it writes the remaining messages.</summary>
    public static ILoggerFactory Open(ParseResult parsed) => LoggerFactory.Create(builder => builder
        .SetMinimumLevel(parsed.GetValue(Verbose) ? LogLevel.Debug : LogLevel.Warning)
        .AddFilter(Capture, parsed.GetValue(Verbose) ? LogLevel.Debug : LogLevel.Information)
        .AddFilter(Overlays, parsed.GetValue(Verbose) ? LogLevel.Debug : LogLevel.Information)
        .AddSimpleConsole(options => (options.SingleLine, options.ColorBehavior) = (true, LoggerColorBehavior.Disabled))
        .Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace));
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace LiveLandmarks.Cli;

/// <summary>What the library has to tell goes to the standard error, a line each.</summary>
internal static class Log
{
    /// <summary>Makes the logger factory; disposing it writes what is left.</summary>
    public static ILoggerFactory Open() => LoggerFactory.Create(builder => builder
        .AddSimpleConsole(options => (options.SingleLine, options.ColorBehavior) = (true, LoggerColorBehavior.Disabled))
        .Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace));
}

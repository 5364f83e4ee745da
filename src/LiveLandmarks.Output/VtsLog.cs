using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Output;

/// <summary>Log messages about VTube Studio.</summary>
internal static partial class VtsLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Receiver}: VTube Studio receives the faces")]
    public static partial void VtsConnected(this ILogger logger, Receiver receiver);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Receiver}: VTube Studio does not answer ({Reason}); start it and switch on \"Allow Plugin API access\" in its " +
            "settings. It is tried again in the background")]
    public static partial void VtsMissing(this ILogger logger, Receiver receiver, string reason);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Receiver}: choose Allow in VTube Studio's window, which asks about the plug-in {Plugin}")]
    public static partial void VtsAsks(this ILogger logger, Receiver receiver, string plugin);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Receiver}: VTube Studio refused access ({Reason}), so it gets no faces; run again and choose Allow in its window")]
    public static partial void VtsRefused(this ILogger logger, Receiver receiver, string reason);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Receiver}: VTube Studio does not take the values: {Reason}")]
    public static partial void VtsValuesRefused(this ILogger logger, Receiver receiver, string reason);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Receiver}: the permission cannot be kept, so VTube Studio will ask again: {Reason}")]
    public static partial void TokenNotKept(this ILogger logger, Receiver receiver, string reason);
}

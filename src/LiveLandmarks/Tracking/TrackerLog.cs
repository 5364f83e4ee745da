using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Tracking;

/// <summary>Log messages of a tracker. Times are measured from the start of the stream.</summary>
internal static partial class TrackerLog
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "{Time}: face {Id} appears at ({X:0}, {Y:0})")]
    public static partial void FaceBegun(this ILogger logger, int id, TimeSpan time, float x, float y);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Time}: face {Id} is lost")]
    public static partial void FaceLost(this ILogger logger, int id, TimeSpan time);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Time}: face {Id} is back after {Away}")]
    public static partial void FaceBack(this ILogger logger, int id, TimeSpan time, TimeSpan away);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Time}: a new shot starts")]
    public static partial void ShotEnds(this ILogger logger, TimeSpan time);

    [LoggerMessage(Level = LogLevel.Debug, Message = "face {Id} is forgotten")]
    public static partial void FaceForgotten(this ILogger logger, int id);
}

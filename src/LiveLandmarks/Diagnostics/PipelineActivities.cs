using System.Diagnostics;

namespace LiveLandmarks.Diagnostics;

/// <summary>What the pipeline traces, for any collector of <see cref="ActivitySource"/>: an activity a frame. While nobody listens it costs
/// a comparison.</summary>
public static class PipelineActivities
{
    /// <summary>Name of the source.</summary>
    public const string SourceName = "LiveLandmarks";

    internal static ActivitySource Source { get; } = new(SourceName);
}

using System.Diagnostics;

namespace LiveLandmarks.Diagnostics;

/// <summary>Traces of the pipeline, for any collector of <see cref="ActivitySource"/>: one activity per frame. Without a listener, the cost
/// is one comparison.</summary>
public static class PipelineActivities
{
    /// <summary>Name of the source.</summary>
    public const string SourceName = "LiveLandmarks";

    internal static ActivitySource Source { get; } = new(SourceName);
}

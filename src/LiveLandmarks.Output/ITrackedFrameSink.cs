using LiveLandmarks.Pipeline;

namespace LiveLandmarks.Output;

/// <summary>Receives tracked frames one after another, for example a result file or another program. Disposing the sink completes or
/// closes it.</summary>
public interface ITrackedFrameSink : IDisposable
{
    /// <summary>Writes a frame.</summary>
    /// <param name="tracked">The frame with its faces; valid only until this method returns.</param>
    /// <exception cref="LiveLandmarksException">The frame cannot be written, and no later frame either.</exception>
    void Write(TrackedFrame tracked);
}

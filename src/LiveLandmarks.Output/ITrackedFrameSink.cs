using LiveLandmarks.Pipeline;

namespace LiveLandmarks.Output;

/// <summary>Something that takes tracked frames, one after the other: a file of results, or a program elsewhere. Disposing it completes or
/// closes it.</summary>
public interface ITrackedFrameSink : IDisposable
{
    /// <summary>Takes a frame.</summary>
    /// <param name="tracked">The frame with its faces, lent until this returns.</param>
    /// <exception cref="LiveLandmarksException">It cannot be taken, and no later one either.</exception>
    void Write(TrackedFrame tracked);
}

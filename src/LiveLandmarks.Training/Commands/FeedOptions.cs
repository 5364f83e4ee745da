using LiveLandmarks.Training.Data.Heads;

namespace LiveLandmarks.Training.Commands;

/// <summary>How a training's batches are prepared.</summary>
/// <param name="Workers">Threads that prepare them.</param>
/// <param name="Heads">The heads by which faces are turned; null for none.</param>
internal sealed record FeedOptions(int Workers, FaceModel? Heads)
{
    private const int FewestAhead = 4, MoreThanWorkers = 2;

    /// <summary>Batches prepared ahead: every thread has one, and some are ready.</summary>
    public int Prefetch => Math.Max(FewestAhead, Workers + MoreThanWorkers);
}

using LiveLandmarks.Training.Data.Heads;

namespace LiveLandmarks.Training.Commands;

/// <summary>How a training's batches are prepared.</summary>
/// <param name="Workers">Threads that prepare them.</param>
/// <param name="Heads">The 3-D face model that turns faces; null to turn none.</param>
internal sealed record FeedOptions(int Workers, FaceModel? Heads)
{
    private const int FewestAhead = 4, MoreThanWorkers = 2;

    /// <summary>Number of batches prepared ahead: one for each thread, and some that are ready.</summary>
    public int Prefetch => Math.Max(FewestAhead, Workers + MoreThanWorkers);
}

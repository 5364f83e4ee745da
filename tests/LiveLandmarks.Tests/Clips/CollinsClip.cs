namespace LiveLandmarks.Tests.Clips;

/// <summary>The clip of one moving face, tracked once for all tests.</summary>
public sealed class CollinsClip
{
    internal List<IReadOnlyList<TrackedFace>> Frames { get; } = ClipRun.Track(Repository.Media("collins.mp4"));

    internal ClipTruth Truth { get; } = ClipTruth.Read(Repository.Media("collins.csv"));
}

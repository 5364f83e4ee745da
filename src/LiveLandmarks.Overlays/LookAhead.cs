using LiveLandmarks.Overlays.Shipped;
using LiveLandmarks.Pipeline;

namespace LiveLandmarks.Overlays;

/// <summary>
/// Delays frames, so that what is found in a frame becomes a candidate in those before it: a face that comes into view is small and cut off
/// at first, and is found when more of it shows.
/// </summary>
/// <param name="frames">By how many frames, at least 1.</param>
internal sealed class LookAhead(int frames)
{
    // What is less sure than this is not carried to frames in which it was not seen.
    private const float LowestScore = 0.5f;

    // A frame earlier it was somewhere near: growth at every side, as a share of the size.
    private const float Growth = 0.02f;

    private readonly LinkedList<TrackedFrame> waiting = [];
    private bool closed;

    /// <summary>Takes the next frame, retained while it waits.</summary>
    /// <returns>The frame that is due, to be disposed by the caller; null while too few wait.</returns>
    public TrackedFrame? Push(TrackedFrame frame)
    {
        lock (waiting)
        {
            if (closed)
                return null;
            frame.Retain();
            waiting.AddLast(frame);
            CarryBack(frame);
            return waiting.Count > frames ? Pop() : null;
        }
    }

    /// <summary>The next of the frames that wait, to be disposed by the caller; null when none does.</summary>
    public TrackedFrame? Pop()
    {
        lock (waiting)
        {
            if (waiting.First is not { Value: var frame })
                return null;
            waiting.RemoveFirst();
            return frame;
        }
    }

    /// <summary>Gives back what waits, and takes no more.</summary>
    public void Close()
    {
        lock (waiting)
        {
            closed = true;
            while (Pop() is { } frame)
                frame.Dispose();
        }
    }

    private void CarryBack(TrackedFrame frame)
    {
        foreach (var face in frame.Faces)
            CarryBack(FaceArea.Of(face), earlier => earlier.Faces.Any(other => other.Id == face.Id));
        foreach (var box in frame.Candidates ?? [])
        {
            if (box.Score >= LowestScore)
                CarryBack(box, earlier => box.IsHeldBy(earlier.Candidates!));
        }
    }

    private void CarryBack(FaceBox box, Func<TrackedFrame, bool> isSeenIn)
    {
        for (var node = waiting.Last!.Previous; node is { Value.Candidates: not null } && !isSeenIn(node.Value); node = node.Previous)
        {
            box = box.Grow(Growth);
            node.Value = node.Value with { Candidates = [.. node.Value.Candidates, box] };
        }
    }
}

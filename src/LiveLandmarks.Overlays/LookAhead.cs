using LiveLandmarks.Overlays.BuiltIn;
using LiveLandmarks.Pipeline;

namespace LiveLandmarks.Overlays;

/// <summary>
/// Delays frames, so that faces found in a frame become candidates in the frames before it. A face that comes into view is small and cut
/// off at first, and is found only when more of it is visible.
/// </summary>
/// <param name="frames">The delay in frames, at least 1.</param>
internal sealed class LookAhead(int frames)
{
    // Candidates with a lower score are not carried back to earlier frames.
    private const float LowestScore = 0.5f;

    // One frame earlier the face was nearby: growth of the box at every side, as a share of its size.
    private const float Growth = 0.02f;

    private readonly LinkedList<TrackedFrame> waiting = [];
    private bool closed;

    /// <summary>Adds the next frame, which is retained while it waits.</summary>
    /// <returns>The frame that is due, which the caller disposes; null while too few frames wait.</returns>
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

    /// <summary>Removes the first waiting frame, which the caller disposes; null if none waits.</summary>
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

    /// <summary>Disposes the waiting frames and accepts no more.</summary>
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

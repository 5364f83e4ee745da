using System.Numerics;

namespace LiveLandmarks.Evaluation;

/// <summary>
/// How much the landmarks of one face tremble in a clip whose motion is known: the transform that put one picture into every frame. The
/// error of a landmark is how far it lies from the place that the motion gives to it; only the change of the error counts, not its mean.
/// </summary>
public sealed class Steadiness
{
    /// <summary>Side of the face, in pixels, to which <see cref="Nmf"/> refers.</summary>
    private const double ReferenceSide = 256;

    private readonly List<FrameErrors?> frames = [];

    /// <summary>Number of frames with a face.</summary>
    public int Frames => frames.Count(frame => frame is not null);

    /// <summary>
    /// NMF: 100 × the root mean square, over landmarks and pairs of successive frames, of the change of the error, for a face whose size
    /// √(width · height) is 256 pixels. NaN without such a pair.
    /// </summary>
    public double Nmf => 100 * ReferenceSide * Rms(1, 1);

    /// <summary>
    /// NAD: the Allan deviation of the error over the face's size √(width · height), in percent: root of half the mean square of the change
    /// between the mean errors of two neighboring windows. Short windows show trembling, long ones show drift. NaN where the clip is
    /// shorter than two windows.
    /// </summary>
    /// <param name="window">Frames in a window, from 1.</param>
    public double Nad(int window)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(window);
        return 100 * Rms(window, 1 / Math.Sqrt(2));
    }

    /// <summary>Adds the next frame.</summary>
    /// <param name="face">The face's landmarks, image pixels; null where it was not found, which leaves out the changes over this
    /// frame.</param>
    /// <param name="motion">From the picture that was moved to this frame.</param>
    public void Add(FaceLandmarks? face, Similarity motion)
    {
        if (face is null)
        {
            frames.Add(null);
            return;
        }
        var (toSource, bounds) = (motion.Inverse(), face.Bounds);
        var size = Math.Sqrt((double)bounds.Width * bounds.Height) / motion.Scale;
        var places = new Vector2[face.Points.Length];
        for (var i = 0; i < places.Length; i++)
        {
            var place = toSource.Apply(face.Points[i]);
            places[i] = new Vector2(place.X, place.Y);
        }
        frames.Add(new FrameErrors(places, size));
    }

    private double Rms(int window, double factor)
    {
        double sum = 0;
        var count = 0;
        for (var start = 0; start + 2 * window <= frames.Count; start += window)
        {
            if (Mean(start, window) is not { } first || Mean(start + window, window) is not { } second)
                continue;
            for (var i = 0; i < first.Places.Length; i++)
                sum += Vector2.DistanceSquared(first.Places[i], second.Places[i]) / (second.Size * second.Size);
            count += first.Places.Length;
        }
        return count == 0 ? double.NaN : factor * Math.Sqrt(sum / count);
    }

    private FrameErrors? Mean(int start, int window)
    {
        if (window == 1)
            return frames[start];
        Vector2[]? sums = null;
        double size = 0;
        for (var frame = start; frame < start + window; frame++)
        {
            if (frames[frame] is not { } errors)
                return null;
            sums ??= new Vector2[errors.Places.Length];
            for (var i = 0; i < sums.Length; i++)
                sums[i] += errors.Places[i] / window;
            size += errors.Size / window;
        }
        return new FrameErrors(sums!, size);
    }

    /// <param name="Places">Where the landmarks lie in the picture that was moved, pixels: their mean place plus the error.</param>
    /// <param name="Size">Size of the face in that picture, pixels.</param>
    private readonly record struct FrameErrors(Vector2[] Places, double Size);
}

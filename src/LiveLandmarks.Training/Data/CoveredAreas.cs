using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>The parts of one crop that something was painted over. Reused for the next crop; not thread-safe.</summary>
internal sealed class CoveredAreas
{
    private readonly List<(Point2f[] Outline, float Opacity)> areas = [];

    /// <summary>Forgets the last crop.</summary>
    public void Clear() => areas.Clear();

    /// <summary>Adds an area.</summary>
    /// <param name="outline">A polygon in crop pixels.</param>
    /// <param name="opacity">How much of what is behind it is gone, 0 to 1.</param>
    public void Add(Point2f[] outline, float opacity) => areas.Add((outline, opacity));

    /// <summary>Lowers the confidence of the landmarks that are covered.</summary>
    /// <param name="points">The landmarks of a face, image pixels.</param>
    /// <param name="inCrop">The same landmarks in crop pixels.</param>
    /// <param name="coveredHeight">Factor for a landmark of which nothing can be seen, 0 to 1.</param>
    /// <returns>The landmarks with their confidences; the same array where none is covered.</returns>
    public Landmark[] Dim(Landmark[] points, Landmark[] inCrop, float coveredHeight)
    {
        Landmark[]? dimmed = null;
        for (var i = 0; i < points.Length; i++)
        {
            if (coveredHeight < 1 && Opacity(inCrop[i]) is > 0 and var opacity)
            {
                dimmed ??= [.. points];
                dimmed[i] = points[i] with { Confidence = points[i].Confidence * (1 - opacity * (1 - coveredHeight)) };
            }
        }
        return dimmed ?? points;
    }

    private float Opacity(Landmark point)
    {
        var most = 0f;
        foreach (var (outline, opacity) in areas)
        {
            if (opacity > most && Cv2.PointPolygonTest(outline, new Point2f(point.X, point.Y), measureDist: false) >= 0)
                most = opacity;
        }
        return most;
    }
}

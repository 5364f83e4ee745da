namespace LiveLandmarks.Tests.Landmarks;

/// <summary>Synthetic faces for tests.</summary>
internal static class Faces
{
    /// <summary>Landmarks spread over a disc, the same every time.</summary>
    public static FaceLandmarks At(float x, float y, float size = 100, float confidence = 0.9f)
    {
        var points = new Landmark[LandmarkScheme.Ibug68.Count];
        for (var i = 0; i < points.Length; i++)
        {
            var (sin, cos) = MathF.SinCos(2.4f * i);
            var radius = size / 2 * MathF.Sqrt((i + 1f) / points.Length);
            points[i] = new Landmark(x + radius * cos, y + radius * sin, confidence);
        }
        return new FaceLandmarks(LandmarkScheme.Ibug68, [.. points]);
    }

    /// <summary>The face with another landmark at an index.</summary>
    public static FaceLandmarks With(this FaceLandmarks face, int index, Landmark point) =>
        face with { Points = face.Points.SetItem(index, point) };

    /// <summary>The face with every landmark moved.</summary>
    public static FaceLandmarks Moved(this FaceLandmarks face, Func<Landmark, Landmark> move) =>
        face with { Points = [.. face.Points.Select(move)] };

    public static TrackedFace Tracked(int id, FaceLandmarks face) => new(id, 1, face, face);
}

using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>Draws a mask over mouth and nose, from the chin up to the bridge of the nose, held by straps.</summary>
internal static class FaceMask
{
    private const int JawEnd = 16, Bridge = 27, Tip = 30;
    private const int HighestCheek = 1, LowestCheek = 4;
    private const float ThinnestMask = 0.9f;

    /// <summary>Draws the mask.</summary>
    /// <param name="picture">BGR, 8 bits; drawn upon.</param>
    /// <param name="points">The face's 68 landmarks in pixels.</param>
    /// <param name="stray">Largest deviation of the outline, as a share of the face's width.</param>
    /// <param name="covered">Receives the area of the mask; null where it does not matter.</param>
    /// <param name="random">The sample's random numbers.</param>
    public static void Draw(Mat picture, Landmark[] points, float stray, CoveredAreas? covered, SampleRandom random)
    {
        var width = points[0].DistanceTo(points[JawEnd]);
        var cheek = HighestCheek + random.Below(LowestCheek - HighestCheek + 1);
        var onNose = random.Between(Bridge + 0.7f, Tip);
        var top = Between(points[(int)onNose], points[Math.Min(Tip, (int)onNose + 1)], onNose - (int)onNose);
        var middle = Between(points[8], points[Bridge], 0.4f);
        var loose = 1 + random.Between(0, 2 * stray);

        List<Point2f> outline = [];
        for (var jaw = cheek; jaw <= JawEnd - cheek; jaw++)
            outline.Add(Stray(middle + (At(points[jaw]) - middle) * loose));
        // Beside the nose, the mask sags a little.
        outline.Add(Stray(Between(outline[^1], top, 0.6f)));
        outline.Add(Stray(top));
        outline.Add(Stray(Between(outline[0], top, 0.6f)));

        DrawStraps(picture, points, [outline[0], outline[JawEnd - 2 * cheek]], width, random);
        var opacity = random.Between(ThinnestMask, 1);
        CoverPainter.Fill(picture, [.. outline], opacity, random);
        covered?.Add([.. outline], opacity);

        Point2f Stray(Point2f point) => new(point.X + random.Around(stray * width / 2), point.Y + random.Around(stray * width / 2));
    }

    private static void DrawStraps(Mat picture, Landmark[] points, Point2f[] ends, float width, SampleRandom random)
    {
        var color = Scalar.All(random.Below(256));
        var thickness = Math.Max(1, (int)(width * random.Between(0.005f, 0.03f)));
        Cv2.Line(picture, ends[0].ToPoint(), At(points[0]).ToPoint(), color, thickness, LineTypes.AntiAlias);
        Cv2.Line(picture, ends[1].ToPoint(), At(points[JawEnd]).ToPoint(), color, thickness, LineTypes.AntiAlias);
    }

    private static Point2f At(Landmark point) => new(point.X, point.Y);

    private static Point2f Between(Landmark from, Landmark to, float share) => Between(At(from), At(to), share);

    private static Point2f Between(Point2f from, Point2f to, float share) => from + (to - from) * share;
}

using System.Numerics;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>Draws dark glasses: two lenses between round and square, with rims, a bridge and arms.</summary>
internal static class DarkGlasses
{
    private const int RightEar = 0, LeftEar = 16, RightEye = 36, LeftEye = 42, FarCorner = 3;
    private const int Corners = 32;
    private const float PalestLens = 0.6f;

    /// <summary>Draws the glasses.</summary>
    /// <param name="picture">BGR, 8 bits; drawn upon.</param>
    /// <param name="points">The face's 68 landmarks in pixels.</param>
    /// <param name="opacity">Largest opacity of the lenses, 0 to 1.</param>
    /// <param name="covered">Receives the areas of the lenses; null where they do not matter.</param>
    /// <param name="random">The sample's random numbers.</param>
    public static void Draw(Mat picture, Landmark[] points, float opacity, CoveredAreas? covered, SampleRandom random)
    {
        var (right, left) = (Center(points, RightEye), Center(points, LeftEye));
        var level = left - right;
        var distance = level.Length();
        if (!(distance >= 1))
            return;
        var along = level / distance;
        var across = new Vector2(-along.Y, along.X);
        var size = new Vector2(random.Between(0.26f, 0.46f), random.Between(0.2f, 0.4f)) * distance;
        var sag = across * (distance * random.Between(-0.04f, 0.1f));
        var squareness = random.Between(0.4f, 1);
        opacity *= random.Between(PalestLens, 1);

        var tint = new Vector3(random.Below(70), random.Below(70), random.Below(70));
        var shine = new Vector3(random.Below(256), random.Below(256), random.Below(256)) * random.Between(0, 0.35f);
        var gloss = random.Share();
        var rim = new Scalar(gloss * random.Below(256), gloss * random.Below(256), gloss * random.Below(256));
        var thickness = 1 + random.Below(Math.Max(1, (int)(distance * 0.06f)));
        foreach (var center in (ReadOnlySpan<Vector2>)[right + sag, left + sag])
        {
            var lens = Lens(center, along, across, size, squareness);
            CoverPainter.Fill(picture, lens, opacity, (_, _, down) => tint + shine * (1 - down));
            covered?.Add(lens, opacity);
            Cv2.Polylines(picture, [Array.ConvertAll(lens, corner => corner.ToPoint())], isClosed: true, rim, thickness,
                LineTypes.AntiAlias);
        }
        Line(right + sag + along * size.X, left + sag - along * size.X);
        Line(right + sag - along * size.X, At(points[RightEar]));
        Line(left + sag + along * size.X, At(points[LeftEar]));

        void Line(Vector2 from, Vector2 to) =>
            Cv2.Line(picture, new Point2f(from.X, from.Y).ToPoint(), new Point2f(to.X, to.Y).ToPoint(), rim, thickness,
                LineTypes.AntiAlias);
    }

    /// <summary>A superellipse: an ellipse at a squareness of 1, nearly a rectangle towards 0.</summary>
    private static Point2f[] Lens(Vector2 center, Vector2 along, Vector2 across, Vector2 size, float squareness)
    {
        var outline = new Point2f[Corners];
        for (var i = 0; i < Corners; i++)
        {
            var (sine, cosine) = MathF.SinCos(2 * MathF.PI * i / Corners);
            var at = center + along * (size.X * Bulge(cosine)) + across * (size.Y * Bulge(sine));
            outline[i] = new Point2f(at.X, at.Y);
        }
        return outline;

        float Bulge(float value) => MathF.CopySign(MathF.Pow(MathF.Abs(value), squareness), value);
    }

    /// <summary>The middle between an eye's corners.</summary>
    private static Vector2 Center(Landmark[] points, int eye) => (At(points[eye]) + At(points[eye + FarCorner])) / 2;

    private static Vector2 At(Landmark point) => new(point.X, point.Y);
}

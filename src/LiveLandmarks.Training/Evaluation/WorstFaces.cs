using System.Globalization;
using LiveLandmarks.Capture;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Overlays.Rendering;
using OpenCvSharp;

namespace LiveLandmarks.Training.Evaluation;

/// <summary>
/// A contact sheet of the faces with the largest errors, missed faces first and then the worst: each in its crop, with the found and the
/// annotated landmarks, a line between each pair, the picture's name and the NME.
/// </summary>
internal static class WorstFaces
{
    private const int Tile = 256, Caption = 26, Gap = 6, Header = 40, Margin = 8;
    private const float DotRadius = 1.7f;
    private const double FontScale = 0.42;
    private const HersheyFonts Font = HersheyFonts.HersheySimplex;

    // OpenCV takes coordinates in 1/2^Shift pixels.
    private const int Shift = 4;

    // BGR; easy to tell apart on skin, also for color-blind readers.
    private static readonly Vec3b FoundColor = new(0, 160, 255), TruthColor = new(255, 200, 40);
    private static readonly Scalar Background = new(32, 32, 32), Ink = new(235, 235, 235);

    /// <summary>Draws the sheet.</summary>
    /// <param name="faces">The measured faces, at least one.</param>
    /// <param name="count">Largest number of faces to draw, above 0.</param>
    /// <returns>BGR, 8 bits; the caller disposes it.</returns>
    /// <exception cref="InputException">A picture cannot be read.</exception>
    public static Mat Draw(IReadOnlyList<MeasuredFace> faces, int count)
    {
        MeasuredFace[] worst = [.. faces.OrderByDescending(face => face.Nme ?? double.PositiveInfinity).Take(count)];
        var columns = Math.Max(2, (int)Math.Ceiling(Math.Sqrt(1.4 * worst.Length)));
        var rows = (worst.Length + columns - 1) / columns;
        var sheet = new Mat(Header + rows * (Tile + Caption + Gap), Gap + columns * (Tile + Gap), MatType.CV_8UC3, Background);
        DrawHeader(sheet, $"{worst.Length} worst of {faces.Count} faces");
        using var sampler = new CropSampler(Tile);
        for (var i = 0; i < worst.Length; i++)
        {
            var (left, top) = (Gap + i % columns * (Tile + Gap), Header + i / columns * (Tile + Caption + Gap));
            using (var crop = new Mat(sheet, new Rect(left, top, Tile, Tile)))
                DrawFace(crop, worst[i], sampler);
            DrawCaption(sheet, worst[i], left, top + Tile + 17);
        }
        return sheet;
    }

    private static void DrawFace(Mat crop, MeasuredFace face, CropSampler sampler)
    {
        using (var picture = ImageFile.Read(face.Truth.ImagePath))
            sampler.Sample(picture, face.Crop).CopyTo(crop);
        var toCrop = face.Crop.ToImage(Tile).Inverse();
        Landmark[] truth = [.. face.Truth.Points.Select(toCrop.Apply)], found = [.. (face.Found ?? []).Select(toCrop.Apply)];
        foreach (var (a, b) in found.Zip(truth))
            Cv2.Line(crop, Fixed(a), Fixed(b), Scalar.White, 1, LineTypes.AntiAlias, Shift);
        DotPainter.Draw(crop, truth, DotRadius, TruthColor);
        DotPainter.Draw(crop, found, DotRadius, FoundColor);
    }

    private static void DrawHeader(Mat sheet, string title)
    {
        var end = Write(sheet, title, Margin);
        foreach (var (name, color) in new[] { ("found", FoundColor), ("annotated", TruthColor) })
        {
            DotPainter.Draw(sheet, [new Landmark(end + 20, Header / 2, 1)], 5, color);
            end = Write(sheet, name, end + 31);
        }
    }

    /// <summary>Writes a text into the header and returns where it ends, in pixels.</summary>
    private static int Write(Mat sheet, string text, int left)
    {
        const double Scale = 1.2 * FontScale;
        Cv2.PutText(sheet, text, new Point(left, Header / 2 + 5), Font, Scale, Ink, 1, LineTypes.AntiAlias);
        return left + Cv2.GetTextSize(text, Font, Scale, 1, out _).Width;
    }

    private static void DrawCaption(Mat sheet, MeasuredFace face, int left, int baseLine)
    {
        var error = face.Nme is { } nme ? string.Create(CultureInfo.InvariantCulture, $"{100 * nme:0.0} %") : "missed";
        var width = WidthOf(error);
        var name = string.Concat(face.Name.Select(letter => char.IsAscii(letter) ? letter : '?'));
        for (var length = name.Length - 1; length > 0 && WidthOf(name) > Tile - width - 16; length--)
            name = name[..length].TrimEnd('.') + "..";
        Cv2.PutText(sheet, name, new Point(left + 2, baseLine), Font, FontScale, Ink, 1, LineTypes.AntiAlias);
        Cv2.PutText(sheet, error, new Point(left + Tile - width - 2, baseLine), Font, FontScale, Ink, 1, LineTypes.AntiAlias);
    }

    private static int WidthOf(string text) => Cv2.GetTextSize(text, Font, FontScale, 1, out _).Width;

    private static Point Fixed(Landmark point) => new((int)MathF.Round(point.X * (1 << Shift)), (int)MathF.Round(point.Y * (1 << Shift)));
}

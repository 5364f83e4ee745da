using LiveLandmarks.Cli.Conditions;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Overlays;

/// <summary>Variants of a picture of a face: turned in steps of 45°, darkened, small, cut off by the edge of the picture.</summary>
internal static class FaceConditions
{
    private const double Darkness = 0.12;

    // Height above the brows, as a share of the height of the landmarks.
    private const float Forehead = 0.3f;

    private static readonly int[] Sizes = [60, 40, 30, 20];

    /// <summary>All variants, each with the landmarks inside the picture. The caller disposes the pictures.</summary>
    /// <param name="picture">BGR, 8 bits.</param>
    /// <param name="points">The face's landmarks.</param>
    public static IEnumerable<(string Kind, Mat Picture, Landmark[] Points)> Of(Mat picture, Landmark[] points)
    {
        for (var degrees = 0; degrees < 360; degrees += 45)
        {
            var (turned, landmarks) = Turned(picture, points, degrees);
            yield return ($"dark {degrees}", Dark(turned), landmarks);
            yield return ($"turned {degrees}", turned, landmarks);
        }
        foreach (var size in Sizes)
        {
            var (small, landmarks) = ConditionPainter.Shrink(picture, points, size);
            yield return ($"small {size}", small, landmarks);
        }
        foreach (var (name, share) in new[] { ("half", 0.5f), ("third", 1 / 3f) })
        {
            foreach (var (side, rectangle) in Cuts(picture, points, share))
            {
                using var part = new Mat(picture, rectangle);
                var moved = Array.ConvertAll(points, point => point with { X = point.X - rectangle.X, Y = point.Y - rectangle.Y });
                yield return ($"{name} {side}", part.Clone(),
                    [.. moved.Where(point => point.X >= 0 && point.Y >= 0 && point.X < part.Cols && point.Y < part.Rows)]);
            }
        }
    }

    /// <summary>The whole picture turned clockwise without cropping, and the landmarks turned with it.</summary>
    public static (Mat Picture, Landmark[] Points) Turned(Mat picture, Landmark[] points, double degrees)
    {
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        var width = (int)Math.Round(picture.Cols * Math.Abs(cosine) + picture.Rows * Math.Abs(sine));
        var height = (int)Math.Round(picture.Cols * Math.Abs(sine) + picture.Rows * Math.Abs(cosine));
        var (fromX, fromY, toX, toY) = ((picture.Cols - 1) / 2.0, (picture.Rows - 1) / 2.0, (width - 1) / 2.0, (height - 1) / 2.0);
        var turn = new Similarity(
            (float)cosine, (float)sine, (float)(toX - cosine * fromX + sine * fromY), (float)(toY - sine * fromX - cosine * fromY));
        using var matrix = Mat.FromPixelData(2, 3, MatType.CV_64FC1, new[] { turn.A, -(double)turn.B, turn.Tx, turn.B, turn.A, turn.Ty });
        var turned = new Mat();
        Cv2.WarpAffine(picture, turned, matrix, new Size(width, height));
        return (turned, Array.ConvertAll(points, turn.Apply));
    }

    /// <summary>The picture at 12 % of its brightness.</summary>
    public static Mat Dark(Mat picture)
    {
        var dark = new Mat();
        picture.ConvertTo(dark, MatType.CV_8UC3, Darkness);
        return dark;
    }

    /// <summary>Parts of the picture in which an edge cuts the face so that only a share of the face is in view.</summary>
    private static IEnumerable<(string Side, Rect Part)> Cuts(Mat picture, Landmark[] points, float share)
    {
        var face = FaceBox.Around(points);
        face = face with { Y = face.Y - Forehead * face.Height, Height = (1 + Forehead) * face.Height };
        var (columns, rows) = (picture.Cols, picture.Rows);
        var (left, right) = ((int)(face.X + share * face.Width), (int)(face.X + (1 - share) * face.Width));
        var (top, bottom) = ((int)(face.Y + share * face.Height), (int)(face.Y + (1 - share) * face.Height));
        yield return ("at the left edge", Rect.FromLTRB(right, 0, columns, rows));
        yield return ("at the right edge", Rect.FromLTRB(0, 0, left, rows));
        yield return ("at the upper edge", Rect.FromLTRB(0, bottom, columns, rows));
        yield return ("at the lower edge", Rect.FromLTRB(0, 0, columns, top));
    }
}

using LiveLandmarks.Evaluation;
using LiveLandmarks.Tests.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Tracking;

/// <summary>A head cut out of a picture and scaled to a fixed size, to be pasted into frames.</summary>
internal sealed class CutOut : IDisposable
{
    /// <summary>Longer side of the face box in frames, in pixels.</summary>
    public const int FaceSize = 100;

    private readonly Mat head = new();
    private readonly Mat mask;
    private readonly Point center;

    private CutOut(Mat picture, FaceBox face)
    {
        var scale = FaceSize / MathF.Max(face.Width, face.Height);
        using var scaled = new Mat();
        Cv2.Resize(picture, scaled, new Size((int)(picture.Cols * scale), (int)(picture.Rows * scale)));
        var (x, y) = ((int)(face.CenterX * scale), (int)(face.CenterY * scale));
        var (left, top) = (Math.Max(0, x - FaceSize), Math.Max(0, y - FaceSize));
        using var part = new Mat(
            scaled, new Rect(left, top, Math.Min(scaled.Cols, x + FaceSize) - left, Math.Min(scaled.Rows, y + FaceSize) - top));
        part.CopyTo(head);
        center = new Point(x - left, y - top);
        mask = new Mat(head.Rows, head.Cols, MatType.CV_8UC1, Scalar.All(0));
        // Hair and chin included.
        Cv2.Ellipse(mask, new Point(center.X, center.Y - FaceSize / 6), new Size(FaceSize * 3 / 5, FaceSize * 4 / 5), 0, 0, 360,
            Scalar.All(255), -1);
    }

    /// <summary>The portrait of the samples.</summary>
    public static CutOut Astronaut()
    {
        using var picture = Networks.Astronaut();
        return new CutOut(picture, new FaceBox(182, 85, 87, 91));
    }

    /// <summary>An annotated face.</summary>
    /// <param name="path">The picture, with its points beside it.</param>
    public static CutOut Annotated(string path)
    {
        using var picture = Cv2.ImRead(path);
        return new CutOut(picture, FaceBox.Around(PtsFile.Read(Path.ChangeExtension(path, ".pts"), 68)));
    }

    /// <summary>Pastes the head into a frame; parts outside the frame are cut off.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="x">Horizontal place of the center of the face, in pixels.</param>
    /// <param name="y">Vertical place of the center of the face, in pixels.</param>
    public void PutInto(Mat frame, int x, int y)
    {
        var (left, top) = (Math.Max(0, x - center.X), Math.Max(0, y - center.Y));
        var (right, bottom) = (Math.Min(frame.Cols, x - center.X + head.Cols), Math.Min(frame.Rows, y - center.Y + head.Rows));
        if (left >= right || top >= bottom)
            return;
        var own = new Rect(left - x + center.X, top - y + center.Y, right - left, bottom - top);
        using var target = new Mat(frame, new Rect(left, top, own.Width, own.Height));
        using var part = new Mat(head, own);
        using var shape = new Mat(mask, own);
        part.CopyTo(target, shape);
    }

    public void Dispose()
    {
        head.Dispose();
        mask.Dispose();
    }
}

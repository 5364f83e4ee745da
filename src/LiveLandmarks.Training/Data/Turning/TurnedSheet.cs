using LiveLandmarks.Landmarks;
using LiveLandmarks.Training.Data.Heads;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>A contact sheet of turned faces: one row per face, turned from one side to the other, with landmarks.</summary>
public static class TurnedSheet
{
    private const int Side = 256, Columns = 9, JawEnd = 17;

    /// <summary>Draws the sheet.</summary>
    /// <param name="model">The 3-D face model that turns faces.</param>
    /// <param name="faces">Faces with the 68 points of iBUG.</param>
    /// <param name="rows">Number of faces to show.</param>
    /// <param name="options">The angles, and the probability that the expression of a row changes.</param>
    /// <returns>BGR, 8 bits; the caller disposes it.</returns>
    public static Mat Draw(FaceModel model, IReadOnlyList<AnnotatedFace> faces, int rows, TurnedSetOptions options)
    {
        var shared = new TurnedFaces(model, faces);
        using var turner = new SampleTurner(shared, new LoaderOptions());
        var sheet = new Mat(rows * Side, (Columns + 1) * Side, MatType.CV_8UC3, Scalar.Black);
        var (row, step) = (0, Math.Max(1, faces.Count / Math.Max(1, rows)));
        for (var index = 0; row < rows && index < faces.Count; index += step)
        {
            if (shared.Fit(index) is not { } fit)
                continue;
            var face = faces[index];
            var picture = new StoredPicture(PictureBytes.Read(face.ImagePath));
            using (var photograph = PictureBytes.Decode(picture.Bytes, face.ImagePath))
                Show(sheet, CellOf(sheet, row, 0), photograph, face);
            var random = new SampleRandom(options.Seed, row);
            var drawn = HeadTurn.Draw(model, fit, new TurnStrength(1, 0, options.Pitch, options.Expression), random);
            for (var column = 0; column < Columns; column++)
            {
                var yaw = options.MaxYaw * (2f * column / (Columns - 1) - 1);
                var (image, turned) = turner.Turn(face, picture, fit, drawn with { Yaw = float.DegreesToRadians(yaw) });
                Show(sheet, CellOf(sheet, row, column + 1), image, turned);
            }
            row++;
        }
        return sheet;
    }

    private static Rect CellOf(Mat sheet, int row, int column) =>
        new Rect(column * Side, row * Side, Side, Side).Intersect(new Rect(0, 0, sheet.Cols, sheet.Rows));

    private static void Show(Mat sheet, Rect cell, Mat image, AnnotatedFace face)
    {
        using var sampler = new CropSampler(Side);
        var crop = FaceCrop.FromLandmarks(face.Points, LoaderOptions.DefaultCrop);
        using var part = new Mat(sheet, cell);
        sampler.Sample(image, crop).CopyTo(part);
        var toCrop = crop.ToImage(Side).Inverse();
        for (var i = 0; i < face.Points.Length; i++)
        {
            var point = toCrop.Apply(face.Points[i]);
            Cv2.Circle(part, new Point((int)MathF.Round(point.X), (int)MathF.Round(point.Y)), 1, i < JawEnd
                ? Scalar.Yellow
                : Scalar.Lime, -1);
        }
    }
}

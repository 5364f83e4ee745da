using System.Globalization;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// Draws a small data set, so that a machine without a data set can train, evaluate and export: cartoon faces of varying pose, expression
/// and color with exact landmarks. A network trained on them knows cartoons, not people.
/// </summary>
public static class SyntheticFaces
{
    private const int ShapePurpose = 0;
    private const int PaintPurpose = 1;

    /// <summary>Writes the folders <c>train</c> and <c>val</c> in 300-W's layout, as <see cref="Faces300WDataSet"/> reads it.</summary>
    /// <param name="folder">The data set's folder; made if it is missing.</param>
    /// <param name="options">Number and size of the pictures.</param>
    /// <exception cref="OutputException">The folder cannot be written to.</exception>
    public static void Write(string folder, SyntheticOptions options)
    {
        try
        {
            WritePart(Directory.CreateDirectory(Path.Combine(folder, "train")).FullName, options, 0, options.Train);
            WritePart(Directory.CreateDirectory(Path.Combine(folder, "val")).FullName, options, options.Train, options.Test);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{folder}: the drawn faces cannot be written: {e.Message} Choose another folder or make room.", e);
        }
    }

    /// <summary>Draws one face.</summary>
    /// <param name="size">Side of the picture in pixels.</param>
    /// <param name="seed">The data set's seed.</param>
    /// <param name="number">Number of the face.</param>
    /// <returns>The picture (BGR, 8 bits; the caller disposes it) and its 68 landmarks in pixels counted from 0.</returns>
    public static (Mat Picture, FaceLandmarks Face) Draw(int size, long seed, long number)
    {
        using var painter = new SyntheticPainter(size);
        var (picture, face) = Draw(painter, size, seed, number);
        return (picture.Clone(), face);
    }

    private static void WritePart(string folder, SyntheticOptions options, int first, int count)
    {
        using var painter = new SyntheticPainter(options.Size);
        for (var i = 0; i < count; i++)
        {
            var (picture, face) = Draw(painter, options.Size, options.Seed, first + i);
            var stem = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"drawn_{first + i:00000}"));
            Cv2.ImEncode(".jpg", picture, out var jpeg, new ImageEncodingParam(ImwriteFlags.JpegQuality, 92));
            File.WriteAllBytes(stem + ".jpg", jpeg);
            File.WriteAllText(stem + ".pts", PtsText.Of(face.Points.AsSpan()));
        }
    }

    private static (Mat Picture, FaceLandmarks Face) Draw(SyntheticPainter painter, int size, long seed, long number)
    {
        var random = new SampleRandom(seed, number, ShapePurpose);
        var pose = SyntheticPose.Draw(random);
        var scale = size * random.Between(0.24f, 0.32f);
        var (sine, cosine) = MathF.SinCos(pose.Roll);
        var toPicture = new Similarity(
            scale * cosine, scale * sine, size * random.Between(0.45f, 0.55f), size * random.Between(0.46f, 0.54f));
        var points = SyntheticShape.Landmarks(pose, toPicture);
        var picture = painter.Paint(points, SyntheticShape.Skull(pose, toPicture), new SampleRandom(seed, number, PaintPurpose));
        return (picture, new FaceLandmarks(LandmarkScheme.Ibug68, [.. points]));
    }
}

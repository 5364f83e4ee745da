using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Evaluation;
using LiveLandmarks.Training.Tests.Data;
using OpenCvSharp;

namespace LiveLandmarks.Training.Tests.Evaluation;

public sealed class WorstFacesTests : IDisposable
{
    // Position of the first crop on the sheet, step between crops, and side of a crop, in pixels.
    private const int Left = 6, Top = 40, Step = 262, Side = 256;

    private static readonly Vec3b Found = new(0, 160, 255), Annotated = new(255, 200, 40);
    private static readonly Scalar Red = new(0, 0, 200), Green = new(0, 200, 0), Grey = new(90, 90, 90);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Missed_faces_come_first_then_the_worst()
    {
        using var sheet = WorstFaces.Draw(
            [Face("good.png", Grey, 0), Face("bad.png", Red, 9), Face("missed.png", Green, null), Face("better.png", Grey, 2)], count: 2);
        Assert.Equal((Left + 2 * Step, Top + Side + 32), (sheet.Cols, sheet.Rows));
        // A corner of each crop, away from any landmark.
        Assert.Equal(new Vec3b(0, 200, 0), sheet.At<Vec3b>(Top + 4, Left + 4));
        Assert.Equal(new Vec3b(0, 0, 200), sheet.At<Vec3b>(Top + 4, Left + Step + 4));
    }

    [Fact]
    public void Found_and_annotated_landmarks_have_different_colors()
    {
        using var sheet = WorstFaces.Draw([Face("bad.png", Red, 9), Face("missed.png", Green, null)], count: 2);
        Assert.True(CountOf(sheet, Annotated, place: 0) > 68);
        Assert.Equal(0, CountOf(sheet, Found, place: 0));
        Assert.True(CountOf(sheet, Annotated, place: 1) > 68);
        Assert.True(CountOf(sheet, Found, place: 1) > 68);
    }

    [Fact]
    public void Every_caption_stays_within_the_column_of_its_face()
    {
        using var sheet = WorstFaces.Draw([Face(new string('n', 80) + ".png", Red, 9), Face("short.png", Green, 8)], count: 24);
        Assert.True(InkUnder(sheet, 0) > 100);
        Assert.True(InkUnder(sheet, 1) > 100);
        for (var y = Top + Side; y < sheet.Rows; y++)
        {
            for (var x = Left + Side; x < Left + Step; x++)
                Assert.Equal(new Vec3b(32, 32, 32), sheet.At<Vec3b>(y, x));
        }
    }

    private static int InkUnder(Mat sheet, int place) => Count(sheet, Left + place * Step, Top + Side, 26, pixel => pixel.Item0 > 150);

    private static int CountOf(Mat sheet, Vec3b color, int place) => Count(sheet, Left + place * Step, Top, Side, pixel => pixel == color);

    private static int Count(Mat sheet, int left, int top, int height, Func<Vec3b, bool> counts) => Enumerable.Range(top, height)
        .Sum(y => Enumerable.Range(left, Side).Count(x => counts(sheet.At<Vec3b>(y, x))));

    /// <summary>A face on a plain picture. <c>off</c> is the error of the found landmarks in pixels; null for a missed face.</summary>
    private MeasuredFace Face(string name, Scalar color, float? off)
    {
        using (var picture = new Mat(300, 300, MatType.CV_8UC3, color))
            folder.Write(name, Pictures.Encode(picture));
        var truth = Pictures.Face(folder.File(name), scale: 0.7f, x: 55, y: 55);
        var crop = FaceCrop.FromLandmarks(truth.Points, LoaderOptions.DefaultCrop);
        return new MeasuredFace(truth, crop, off is { } pixels
            ? [.. truth.Points.Select(point => point with { Y = point.Y + pixels })]
            : null);
    }
}

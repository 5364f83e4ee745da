using LiveLandmarks.Detection;
using LiveLandmarks.Models;
using LiveLandmarks.Tests.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Detection;

public sealed class HeatmapFaceDetectorTests : IDisposable
{
    // Hairline to chin, ear to ear.
    private static readonly FaceBox Face = new(180, 62, 90, 116);

    private readonly HeatmapFaceDetector detector = Networks.Detector();
    private readonly Mat image = Networks.Astronaut();

    public void Dispose()
    {
        detector.Dispose();
        image.Dispose();
    }

    [Fact]
    public void The_astronauts_face_is_found_first()
    {
        var best = detector.Detect(image)[0];
        Assert.True(best.IntersectionOverUnion(Face) > 0.6f, best.ToString());
        Assert.InRange(best.Score, 0.6f, 1);
    }

    [Theory]
    [InlineData(0, 0, 0, 700)]
    [InlineData(0, 0, 700, 0)]
    [InlineData(300, 0, 0, 0)]
    [InlineData(0, 300, 0, 0)]
    public void The_face_is_found_in_pictures_of_other_aspect_ratios(int top, int bottom, int left, int right)
    {
        using var padded = new Mat();
        Cv2.CopyMakeBorder(image, padded, top, bottom, left, right, BorderTypes.Constant, Scalar.All(128));
        var expected = Face with { X = Face.X + left, Y = Face.Y + top };
        Assert.Contains(detector.Detect(padded), box => box.IntersectionOverUnion(expected) > 0.5f);
    }

    [Fact]
    public void A_face_that_fills_the_picture_is_found()
    {
        using var part = new Mat(image, new Rect(165, 45, 120, 160));
        Assert.Contains(detector.Detect(part), box => box.IntersectionOverUnion(Face with { X = Face.X - 165, Y = Face.Y - 45 }) > 0.5f);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2000)]
    [InlineData(2000, 1)]
    [InlineData(640, 480)]
    public void A_black_picture_of_any_shape_has_no_face(int width, int height)
    {
        using var black = new Mat(height, width, MatType.CV_8UC3, Scalar.Black);
        Assert.Empty(detector.Detect(black));
    }

    [Fact]
    public void One_picture_does_not_affect_the_result_of_the_next()
    {
        var alone = detector.Detect(image);
        using var tall = new Mat(900, 100, MatType.CV_8UC3, Scalar.White);
        detector.Detect(tall);
        Assert.Equal(alone, detector.Detect(image));
    }

    [Fact]
    public void A_landmark_model_is_refused()
    {
        var error = Assert.Throws<ModelException>(() => new HeatmapFaceDetector(Networks.Load(ModelKind.Landmarks), Networks.OneThread));
        Assert.Contains("not a face detector", error.Message, StringComparison.Ordinal);
    }
}

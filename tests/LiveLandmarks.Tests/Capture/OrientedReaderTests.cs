using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Capture;

public class OrientedReaderTests
{
    /// <summary>The upper left corner of a 4×3 picture is bright; (x, y) is where that corner ends up.</summary>
    [Theory]
    [InlineData(0, true, 4, 3, 3, 0)]
    [InlineData(1, false, 3, 4, 2, 0)]
    [InlineData(2, false, 4, 3, 3, 2)]
    [InlineData(3, false, 3, 4, 0, 3)]
    [InlineData(1, true, 3, 4, 0, 0)]
    [InlineData(2, true, 4, 3, 0, 2)]
    public void Pictures_are_turned_clockwise_and_then_mirrored(int quarterTurns, bool mirror, int width, int height, int x, int y)
    {
        using var reader = new OrientedReader(new CornerReader(), quarterTurns, mirror);
        using var image = new Mat();
        Assert.True(reader.Read(image, out _));
        Assert.Equal((width, height), (reader.Info.Width, reader.Info.Height));
        Assert.Equal((width, height), (image.Cols, image.Rows));
        Assert.Equal(255, image.Get<Vec3b>(y, x).Item0);
        Assert.Equal(255, Cv2.Sum(image).Val0);
    }

    private sealed class CornerReader : IFrameReader
    {
        public StreamInfo Info { get; } = new("corner", 4, 3, 30, null);

        public bool Read(Mat image, out TimeSpan time)
        {
            image.Create(3, 4, MatType.CV_8UC3);
            image.SetTo(Scalar.Black);
            image.Set(0, 0, new Vec3b(255, 255, 255));
            time = default;
            return true;
        }

        public void Dispose()
        {
        }
    }
}

using OpenCvSharp;

namespace LiveLandmarks.Tests.Bindings;

public sealed class VideoTests : IDisposable
{
    private const int FrameCount = 12;
    private static readonly Size FrameSize = new(64, 48);
    private readonly string _folder = Directory.CreateTempSubdirectory("bindings").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("mp4v")]
    [InlineData("avc1")]
    public void A_written_video_is_read_back(string codec)
    {
        var file = Path.Combine(_folder, codec + ".mp4");
        using (var writer = new VideoWriter(file, FourCC.FromString(codec), 25, FrameSize))
        {
            // A build of OpenCV need not have an H.264 encoder; MPEG-4 Part 2 it always has.
            if (codec == "avc1" && !writer.IsOpened())
                return;
            Assert.True(writer.IsOpened());
            Assert.Equal((file, 25.0, FrameSize, true), (writer.FileName, writer.Fps, writer.FrameSize, writer.IsColor));
            for (var i = 0; i < FrameCount; i++)
            {
                using var frame = new Mat(FrameSize, MatType.CV_8UC3, Scalar.All(i * 20));
                writer.Write(frame);
            }
        }

        using var capture = new VideoCapture(file);
        Assert.True(capture.IsOpened());
        Assert.Equal((64, 48, FrameCount), (capture.FrameWidth, capture.FrameHeight, capture.FrameCount));
        Assert.Equal(25.0, capture.Fps, 3);
        Assert.Equal(25.0, capture.Get(VideoCaptureProperties.Fps), 3);
        Assert.NotEmpty(capture.GetBackendName());

        using var image = new Mat();
        for (var i = 0; i < FrameCount; i++)
        {
            Assert.True(capture.Read(image));
            Assert.Equal(FrameSize, image.Size());
            Assert.InRange(Cv2.Mean(image).Val1, (i * 20) - 6, (i * 20) + 6);
        }

        Assert.False(capture.Read(image));
        Assert.True(image.Empty());
    }

    [Fact]
    public void Frames_are_grabbed_and_retrieved()
    {
        var file = Write("a.avi", FourCC.MJPG);
        using var capture = VideoCapture.FromFile(file);
        using var image = new Mat();
        Assert.True(capture.Grab());
        Assert.True(capture.Grab());
        Assert.True(capture.Retrieve(image));
        Assert.InRange(Cv2.Mean(image).Val0, 12, 28);
        Assert.Throws<NotSupportedException>(() => capture.FrameWidth = 10);
    }

    [Fact]
    public void A_reader_can_be_opened_again()
    {
        var file = Write("b.avi", FourCC.MJPG);
        using var capture = new VideoCapture();
        Assert.False(capture.IsOpened());
        Assert.True(capture.Open(file, VideoCaptureAPIs.FFMPEG));
        Assert.Equal("FFMPEG", capture.GetBackendName());
        capture.Release();
        Assert.False(capture.IsOpened());
        Assert.True(capture.Open(file));
        capture.Dispose();
        Assert.Throws<ObjectDisposedException>(() => capture.IsOpened());
    }

    [Fact]
    public void A_missing_file_is_not_opened()
    {
        using var capture = new VideoCapture(Path.Combine(_folder, "missing.mp4"));
        using var image = new Mat();
        Assert.False(capture.IsOpened());
        Assert.False(capture.Read(image));
        Assert.Equal(0, capture.Get(VideoCaptureProperties.FrameWidth));
    }

    [Fact]
    public void Codes_are_four_characters()
    {
        Assert.Equal(0x7634706d, VideoWriter.FourCC("mp4v"));
        Assert.Equal(VideoWriter.FourCC("mp4v"), VideoWriter.FourCC('m', 'p', '4', 'v'));
        Assert.Equal(FourCC.FromString("MJPG"), (FourCC)FourCC.MJPG);
        Assert.Throws<ArgumentException>(() => VideoWriter.FourCC("mp4"));
    }

    private string Write(string name, FourCC codec)
    {
        var file = Path.Combine(_folder, name);
        using var writer = new VideoWriter();
        Assert.True(writer.Open(file, VideoCaptureAPIs.FFMPEG, codec, 10, FrameSize));
        for (var i = 0; i < FrameCount; i++)
        {
            using var frame = new Mat(FrameSize, MatType.CV_8UC3, Scalar.All(i * 20));
            writer.Write(frame);
        }

        return file;
    }
}

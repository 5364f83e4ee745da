using LiveLandmarks.Capture;
using LiveLandmarks.Output;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Capture;

public sealed class VideoReaderTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Mat image = new();

    public void Dispose()
    {
        image.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(25)]
    [InlineData(29.97)]
    [InlineData(10)]
    public void Frames_come_in_order_with_the_times_of_the_frame_rate(double framesPerSecond)
    {
        var path = folder.File("clip.mp4");
        using (var recorder = new VideoRecorder(path, framesPerSecond))
        {
            for (var i = 0; i < 12; i++)
            {
                using var frame = new Mat(48, 64, MatType.CV_8UC3, Scalar.All(20 * i));
                recorder.Write(frame, TimeSpan.FromSeconds(i / framesPerSecond));
            }
        }

        using var reader = VideoReader.OpenFile(path);
        Assert.Equal((path, 64, 48, 12L), (reader.Info.Name, reader.Info.Width, reader.Info.Height, reader.Info.FrameCount));
        Assert.Equal(framesPerSecond, reader.Info.FramesPerSecond, 0.01);
        var last = TimeSpan.MinValue;
        for (var i = 0; i < 12; i++)
        {
            Assert.True(reader.Read(image, out var time));
            Assert.True(time > last);
            Assert.Equal(i / framesPerSecond, time.TotalSeconds, 0.002);
            Assert.InRange(Cv2.Mean(image).Val1, 20 * i - 6, 20 * i + 6);
            last = time;
        }
        Assert.False(reader.Read(image, out _));
    }

    [Fact]
    public void A_missing_file_is_named_in_the_error()
    {
        var path = folder.File("missing.mp4");
        var error = Assert.Throws<InputException>(() => VideoReader.OpenFile(path));
        Assert.Equal($"{path}: no such file.", error.Message);
    }

    [Fact]
    public void An_empty_file_is_refused() => AssertRefused([], "the file is empty");

    [Fact]
    public void Text_with_the_extension_of_a_video_is_refused() =>
        AssertRefused("This is not a video.\n"u8.ToArray(), "not a video");

    [Fact]
    public void A_video_without_its_index_is_refused_with_the_remedy()
    {
        var whole = File.ReadAllBytes(WriteMotion("whole.mp4", "mp4v"));
        AssertRefused(whole[..(whole.Length / 2)], "truncated");
    }

    [Fact]
    public void A_video_that_ends_before_its_stated_length_delivers_its_frames_and_then_fails()
    {
        var path = WriteMotion("whole.avi", "MJPG");
        var whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..(whole.Length / 2)]);

        using var reader = VideoReader.OpenFile(path);
        var frames = 0;
        var error = Assert.Throws<InputException>(() =>
        {
            while (reader.Read(image, out _))
                frames++;
        });
        Assert.InRange(frames, 10, 40);
        Assert.Contains("ended after ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_does_not_answer_is_refused()
    {
        var error = Assert.Throws<InputException>(() => OpenCvReader.OpenUrl("http://127.0.0.1:9/none.mp4"));
        Assert.Contains("http://127.0.0.1:9/none.mp4", error.Message, StringComparison.Ordinal);
    }

    private void AssertRefused(byte[] bytes, string reason)
    {
        var path = folder.File("damaged.mp4");
        File.WriteAllBytes(path, bytes);
        var error = Assert.Throws<InputException>(() => VideoReader.OpenFile(path));
        Assert.StartsWith($"{path}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    /// <summary>60 frames of noise, so that every frame takes up space in the file.</summary>
    private string WriteMotion(string name, string codec)
    {
        var path = folder.File(name);
        using var writer = new VideoWriter(path, VideoCaptureAPIs.FFMPEG, FourCC.FromString(codec), 25, new Size(64, 48));
        Assert.True(writer.IsOpened());
        using var frame = new Mat(48, 64, MatType.CV_8UC3);
        for (var i = 0; i < 60; i++)
        {
            Cv2.Randu(frame, Scalar.All(0), Scalar.All(255));
            writer.Write(frame);
        }
        return path;
    }
}

using LiveLandmarks.Capture;
using LiveLandmarks.Output;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Output;

public sealed class VideoRecorderTests : IDisposable
{
    private readonly TempFolder folder = new();
    private int written;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_file_appears_when_it_is_complete_and_nothing_else_is_left()
    {
        var path = folder.File("out.mp4");
        using (var recorder = new VideoRecorder(path, 25))
        {
            for (var i = 0; i < 5; i++)
            {
                Write(recorder, 64, 48);
                Assert.False(File.Exists(path));
            }
        }
        Assert.Equal([path], Directory.GetFiles(folder.Path));
        var info = VideoReader.Inspect(path);
        Assert.Equal((64, 48, 5L), (info.Width, info.Height, info.FrameCount));
        Assert.Equal(25, info.FramesPerSecond, 0.01);
    }

    [Fact]
    public void An_old_file_stays_until_the_new_one_is_complete()
    {
        var path = folder.File("out.mp4");
        File.WriteAllText(path, "old");
        using (var recorder = new VideoRecorder(path, 25))
        {
            Write(recorder, 64, 48);
            Assert.Equal("old", File.ReadAllText(path));
        }
        Assert.Equal(1, VideoReader.Inspect(path).FrameCount);
    }

    [Fact]
    public void Without_a_frame_there_is_no_file()
    {
        new VideoRecorder(folder.File("out.mp4"), 25).Dispose();
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Writes_after_the_end_are_ignored()
    {
        var path = folder.File("out.mp4");
        var recorder = new VideoRecorder(path, 25);
        Write(recorder, 64, 48);
        recorder.Dispose();
        Write(recorder, 64, 48);
        recorder.Dispose();
        Assert.Equal(1, VideoReader.Inspect(path).FrameCount);
    }

    [Fact]
    public void Pictures_of_odd_size_are_accepted()
    {
        var path = folder.File("out.mp4");
        using (var recorder = new VideoRecorder(path, 25))
        {
            Write(recorder, 65, 47);
            Write(recorder, 65, 47);
        }
        var info = VideoReader.Inspect(path);
        Assert.Equal(2, info.FrameCount);
        Assert.InRange(info.Width, 64, 65);
        Assert.InRange(info.Height, 46, 47);
    }

    [Fact]
    public void A_missing_folder_is_created()
    {
        var path = folder.File("deeper/still/out.mp4");
        using (var recorder = new VideoRecorder(path, 25))
            Write(recorder, 64, 48);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void A_path_that_cannot_be_written_is_reported_before_the_first_frame()
    {
        File.WriteAllText(folder.File("file"), "");
        var path = Path.Combine(folder.File("file"), "out.mp4");
        var error = Assert.Throws<OutputException>(() => new VideoRecorder(path, 25));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("out.avi")]
    [InlineData("out")]
    [InlineData("out.mp4.txt")]
    public void Another_extension_is_refused_and_leaves_no_file(string name)
    {
        var error = Assert.Throws<OutputException>(() => new VideoRecorder(folder.File(name), 25));
        Assert.Contains(".mp4", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void The_extension_may_be_in_upper_case()
    {
        using (var recorder = new VideoRecorder(folder.File("OUT.MP4"), 25))
            Write(recorder, 64, 48);
        Assert.Equal([folder.File("OUT.MP4")], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_folder_in_place_of_the_file_is_refused_at_once_and_nothing_is_left()
    {
        var path = folder.File("out.mp4");
        Directory.CreateDirectory(path);
        var error = Assert.Throws<OutputException>(() => new VideoRecorder(path, 25));
        Assert.StartsWith($"{path}: cannot be written: this is a folder", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_folder_that_appears_in_place_of_the_file_is_an_error_and_the_video_is_kept()
    {
        var path = folder.File("out.mp4");
        var recorder = new VideoRecorder(path, 25);
        Write(recorder, 64, 48);
        Directory.CreateDirectory(path);
        var error = Assert.Throws<OutputException>(recorder.Dispose);
        Assert.Contains(Directory.GetFiles(folder.Path).Single(), error.Message, StringComparison.Ordinal);
        Assert.Equal(1, VideoReader.Inspect(Assert.Single(Directory.GetFiles(folder.Path))).FrameCount);
    }

    [Fact]
    public void A_second_recording_of_a_file_is_refused_until_the_first_one_is_complete()
    {
        var path = folder.File("out.mp4");
        using (var first = new VideoRecorder(path, 25))
        {
            Write(first, 64, 48);
            var error = Assert.Throws<OutputException>(() => new VideoRecorder(folder.File("./out.mp4"), 25));
            Assert.Contains("out.mp4: another run is writing this", error.Message, StringComparison.Ordinal);
        }
        new VideoRecorder(path, 25).Dispose();
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Files_of_the_user_are_never_mistaken_for_temporary_ones()
    {
        foreach (var name in new[] { "out.partial.mp4", "out.partial.mp4.cut.mp4", "out.mp4.cut.mp4" })
            File.WriteAllText(folder.File(name), "mine");
        using (var recorder = new VideoRecorder(folder.File("out.mp4"), 25))
            Write(recorder, 64, 48);
        Assert.Equal(4, Directory.GetFiles(folder.Path).Length);
        Assert.Equal(3, Directory.GetFiles(folder.Path).Count(file => new FileInfo(file).Length == 4));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-25)]
    public void The_frame_rate_must_be_positive(double framesPerSecond) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new VideoRecorder(folder.File("out.mp4"), framesPerSecond));

    private void Write(VideoRecorder recorder, int width, int height)
    {
        using var image = new Mat(height, width, MatType.CV_8UC3, Scalar.All(90));
        recorder.Write(image, TimeSpan.FromSeconds(written++ / 25.0));
    }
}

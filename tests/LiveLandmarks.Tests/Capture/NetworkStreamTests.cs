using System.Diagnostics;
using LiveLandmarks.Capture;
using OpenCvSharp;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace LiveLandmarks.Tests.Capture;

/// <summary>Network streams from real servers on loopback, read by the ffmpeg program.</summary>
public sealed class NetworkStreamTests : IDisposable
{
    private static readonly string Clip = Repository.Media("collins.mp4");

    private readonly TempFolder folder = new();
    private readonly Mat image = new();

    public void Dispose()
    {
        image.Dispose();
        folder.Dispose();
    }

    [ProgramFact("ffmpeg")]
    public async Task A_file_read_from_an_address_has_the_same_frames_and_times_as_on_disk()
    {
        await using var server = await FileServer.StartAsync(Clip);
        using var reader = FrameReader.Open(server.Address("collins.mp4"));
        using var local = VideoReader.OpenFile(Clip);
        using var expected = new Mat();
        Assert.Equal(local.Info with { Name = server.Address("collins.mp4") }, reader.Info);
        var frames = 0;
        for (; reader.Read(image, out var time); frames++)
        {
            Assert.True(local.Read(expected, out var expectedTime));
            Assert.Equal(expectedTime.TotalSeconds, time.TotalSeconds, 0.001);
            if (frames == 100)
                Assert.InRange(Cv2.Norm(image, expected, NormTypes.L1) / (3 * image.Total()), 0, 2);
        }
        Assert.Equal(240, frames);
    }

    [ProgramFact("ffmpeg")]
    public async Task Uneven_frame_times_are_kept()
    {
        double[] times = [0, 0.04, 0.05, 0.3, 0.31, 0.9, 1.0];
        var path = folder.File("uneven.mp4");
        using (var recorder = new LiveLandmarks.Output.VideoRecorder(path, 25))
        {
            using var frame = new Mat(48, 64, MatType.CV_8UC3, Scalar.All(90));
            foreach (var time in times)
                recorder.Write(frame, TimeSpan.FromSeconds(5 + time));
        }
        await using var server = await FileServer.StartAsync(path);
        using var reader = FrameReader.Open(server.Address("uneven.mp4"));
        foreach (var time in times)
        {
            Assert.True(reader.Read(image, out var read));
            Assert.Equal(time, read.TotalSeconds, 0.0011);
        }
        Assert.False(reader.Read(image, out _));
    }

    [ProgramFact("ffmpeg")]
    public async Task When_the_sender_returns_a_file_continues_where_it_stopped()
    {
        var file = folder.File("fast.mp4");
        await Tool.RunAsync("ffmpeg", "-v", "error", "-i", Clip, "-c", "copy", "-movflags", "+faststart", file);
        var server = await FileServer.StartAsync(file, bytesBeforeLoss: (int)new FileInfo(file).Length / 2);
        var log = new CollectedLog(LogLevel.Information);
        using var reader = FrameReader.Open(server.Address("fast.mp4"), logger: log.CreateLogger("capture"));
        List<double> times = [];
        var back = Task.Run(async () =>
        {
            while (!log.Texts.ToArray().Any(line => line.Contains("is lost", StringComparison.Ordinal)))
                await Task.Delay(50);
            await server.DisposeAsync();
            server = await FileServer.StartAsync(file, server.Port);
        });
        while (reader.Read(image, out var time))
            times.Add(time.TotalSeconds);
        await back;
        await server.DisposeAsync();

        // At the cut the decoder may drop frames due before the last complete one.
        Assert.InRange(times.Count, 235, 240);
        Assert.Equal(239 / 30.0, times[^1], 0.002);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0.03, 0.2));
        Assert.Contains(log.Texts, line => line.Contains("the sender went away", StringComparison.Ordinal));
        Assert.Contains(log.Texts, line => line.Contains("is back", StringComparison.Ordinal));
    }

    [ProgramFact("ffmpeg")]
    public async Task An_address_plays_in_real_time_if_asked_to()
    {
        await using var server = await FileServer.StartAsync(Clip);
        // Started before the open: 45 frames take at least 1.5 s however busy the machine is.
        var watch = Stopwatch.StartNew();
        using var reader = FrameReader.Open(server.Address("collins.mp4"), new CaptureOptions { RealTime = true });
        for (var i = 0; i < 46; i++)
            Assert.True(reader.Read(image, out _));
        Assert.InRange(watch.Elapsed.TotalSeconds, 1.49, 10);
    }

    [ProgramFact("ffmpeg")]
    public async Task A_file_whose_sound_is_longer_ends_with_its_last_picture()
    {
        var file = folder.File("long.mp4");
        await Tool.RunAsync("ffmpeg", "-v", "error", "-i", Clip, "-f", "lavfi", "-i", "sine=d=12", "-map", "0:v", "-map", "1:a", "-c:v",
            "copy", "-c:a", "aac", file);
        await using var server = await FileServer.StartAsync(file);
        var log = new CollectedLog(LogLevel.Information);
        using var reader = FrameReader.Open(server.Address("long.mp4"), logger: log.CreateLogger("capture"));
        var frames = 0;
        while (reader.Read(image, out _))
            frames++;
        Assert.Equal(240, frames);
        Assert.Empty(log.Texts);
    }

    [RtspServerFact]
    public async Task An_rtsp_stream_is_read_in_real_time_and_reconnected()
    {
        var file = folder.File("loop.mp4");
        await Tool.RunAsync("ffmpeg", "-v", "error", "-stream_loop", "9", "-i", Clip, "-c:v", "libx264", "-preset", "ultrafast", "-g",
            "15", file);
        var log = new CollectedLog(LogLevel.Information);
        using var server = await RtspServer.StartAsync(file);
        using var reader = FrameReader.Open(server.Address, logger: log.CreateLogger("capture"));
        Assert.Equal((640, 480, 2400L), (reader.Info.Width, reader.Info.Height, reader.Info.FrameCount));
        var watch = Stopwatch.StartNew();
        var (first, last) = Follow(reader, 90, TimeSpan.MinValue);
        Assert.InRange(watch.Elapsed.TotalSeconds, 1, 10);
        // The times of the stream, not those of arrival.
        Assert.Equal(89 / 30.0, (last - first).TotalSeconds, 0.1);

        await server.StopAsync();
        var next = Task.Run(() => Follow(reader, 60, last));
        await Task.Delay(2000);
        await server.RestartAsync();
        await next.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Contains(log.Texts, line => line.Contains("is lost", StringComparison.Ordinal));
        Assert.Contains(log.Texts, line => line.Contains("is back", StringComparison.Ordinal));
    }

    [ProgramFact("ffmpeg")]
    public void An_address_that_does_not_answer_is_reported_with_the_reason()
    {
        var error = Assert.Throws<InputException>(() => FrameReader.Open("http://127.0.0.1:9/none.mp4"));
        Assert.Equal("http://127.0.0.1:9/none.mp4: no video stream could be opened there (Connection refused); check the address and " +
            "that it is being sent.", error.Message);
    }

    [ProgramFact("ffmpeg")]
    public async Task Content_that_is_not_a_video_is_refused_with_its_address()
    {
        File.WriteAllText(folder.File("page.html"), "<p>No video here.</p>");
        await using var server = await FileServer.StartAsync(folder.File("page.html"));
        var error = Assert.Throws<InputException>(() => FrameReader.Open(server.Address("page.html")));
        Assert.StartsWith(server.Address("page.html") + ": no video stream could be opened there (Invalid data", error.Message,
            StringComparison.Ordinal);
    }

    [ProgramFact("ffmpeg")]
    public async Task A_waiting_reader_can_be_interrupted_and_leaves_no_process()
    {
        await using var server = await FileServer.StartAsync(Clip);
        var reader = FfmpegReader.OpenUrl(server.Address("collins.mp4"));
        var reading = Task.Run(() =>
        {
            using var picture = new Mat();
            while (reader.Read(picture, out _))
            {
            }
        });
        reader.Interrupt();
        await Record.ExceptionAsync(() => reading.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.True(reading.IsCompleted);
        reader.Dispose();
        Assert.DoesNotContain(server.Address("collins.mp4"), await Tool.RunAsync("ps", "-eo", "args"), StringComparison.Ordinal);
    }

    private (TimeSpan First, TimeSpan Last) Follow(IFrameReader reader, int frames, TimeSpan last)
    {
        var first = default(TimeSpan?);
        for (var i = 0; i < frames; i++)
        {
            Assert.True(reader.Read(image, out var time));
            Assert.True(time > last);
            last = time;
            first ??= time;
        }
        return (first!.Value, last);
    }
}

using System.Globalization;
using LiveLandmarks.Output;
using LiveLandmarks.Tests.Cli;
using LiveLandmarks.Tests.Web;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Output;

/// <summary>Contents of recordings made with the ffmpeg program, as ffprobe and Chromium see them.</summary>
public sealed class RecordingTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [ProgramFact("ffmpeg")]
    public async Task A_recording_is_H264_in_420_with_its_index_at_the_start()
    {
        var path = folder.File("out.mp4");
        SyntheticVideo.Write(path, 10);
        Assert.Equal(
            "h264,160,120,yuv420p,tv,bt709,bt709,bt709",
            (await ProbeAsync(path, "-select_streams",
                "v:0", "-show_entries", "stream=codec_name,width,height,pix_fmt,color_range,color_space,color_transfer,color_primaries"))
                .Trim());
        var bytes = File.ReadAllBytes(path);
        Assert.InRange(bytes.AsSpan().IndexOf("moov"u8), 0, bytes.AsSpan().IndexOf("mdat"u8));
    }

    [ProgramFact("ffmpeg")]
    public async Task Every_frame_keeps_its_own_time()
    {
        double[] times = [10, 10.04, 10.05, 10.3, 10.9];
        var path = folder.File("out.mp4");
        using (var recorder = new VideoRecorder(path, 25))
        {
            using var image = new Mat(48, 64, MatType.CV_8UC3, Scalar.All(90));
            foreach (var time in times)
                recorder.Write(image, TimeSpan.FromSeconds(time));
        }
        var seen = await ProbeAsync(path, "-select_streams", "v:0", "-show_entries", "frame=pts_time");
        Assert.Equal(times.Select(time => time - 10), Numbers(seen), (a, b) => Math.Abs(a - b) < 0.0001);
    }

    [ProgramFact("ffmpeg")]
    public async Task Sound_that_starts_later_in_another_codec_keeps_its_offset()
    {
        // Vorbis, which MP4 players do not support, 0.7 s after the first picture.
        var source = folder.File("in.mkv");
        await MakeAsync(source, 50, sound: "sine=d=1", "-itsoffset", "0.7", "-c:a", "libvorbis");
        var path = await RecordAsync(source, 50);
        Assert.Equal(["h264", "aac"],
            (await ProbeAsync(path, "-show_entries", "stream=codec_name")).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.InRange(await FirstTimeAsync(path, "a:0") - await FirstTimeAsync(path, "v:0"), 0.65, 0.75);
        Assert.Equal(50, Numbers(await ProbeAsync(path, "-select_streams", "v:0", "-show_entries", "frame=pts_time")).Count);
    }

    [ProgramFact("ffmpeg")]
    public async Task Pictures_that_start_after_the_sound_keep_their_offset_and_shorter_sound_cuts_off_no_picture()
    {
        var source = folder.File("in.mkv");
        await Tool.RunAsync("ffmpeg", [
            "-v", "error", "-f", "lavfi", "-i", "sine=d=1", "-itsoffset", "0.5", "-f", "lavfi", "-i", "testsrc=s=160x120:r=25:d=2",
            "-map", "1:v", "-map", "0:a", "-fps_mode", "passthrough", "-c:v", "libx264", "-c:a", "aac", source,
        ]);
        var path = await RecordAsync(source, 50);
        Assert.Equal(await FirstTimeAsync(source, "v:0") - await FirstTimeAsync(source, "a:0"),
            await FirstTimeAsync(path, "v:0") - await FirstTimeAsync(path, "a:0"), 0.01);
        Assert.Equal(50, Numbers(await ProbeAsync(path, "-select_streams", "v:0", "-show_entries", "frame=pts_time")).Count);
        Assert.InRange(Numbers(await ProbeAsync(path, "-select_streams", "a:0", "-show_entries", "stream=duration")).Single(), 0.9, 1.1);
    }

    [ProgramFact("ffmpeg")]
    public async Task Frames_at_uneven_times_stay_in_sync_with_their_sound()
    {
        var source = folder.File("in.mp4");
        await Tool.RunAsync("ffmpeg", [
            "-v", "error", "-f", "lavfi", "-i",
            "testsrc=s=160x120:r=30:d=1", "-f", "lavfi", "-i", "sine=d=2", "-vf",
            "settb=1/90000,setpts='if(lt(N,20),N/30,20/30+(N-20)/10)/TB'",
            "-fps_mode", "passthrough", "-enc_time_base", "1:90000", "-c:v", "libx264", "-c:a", "aac", source,
        ]);
        var path = await RecordAsync(source, 30);
        Assert.Equal(
            Enumerable.Range(0, 30).Select(n => n < 20 ? n / 30.0 : 20 / 30.0 + (n - 20) / 10.0),
            Numbers(await ProbeAsync(path, "-select_streams", "v:0", "-show_entries", "frame=pts_time")),
            (a, b) => Math.Abs(a - b) <= 0.001);
        Assert.Equal(await FirstTimeAsync(source, "a:0"), await FirstTimeAsync(path, "a:0"), 0.03);
    }

    [ProgramFact("ffmpeg")]
    public async Task A_clock_that_does_not_start_at_zero_keeps_pictures_and_sound_in_sync()
    {
        // A transport stream starts at 1.4 s; here the pictures start 0.5 s after the sound.
        var source = folder.File("in.ts");
        await Tool.RunAsync("ffmpeg", [
            "-v", "error", "-f", "lavfi", "-i", "sine=d=2", "-itsoffset", "0.5", "-f", "lavfi", "-i", "testsrc=s=160x120:r=25:d=1",
            "-map", "1:v", "-map", "0:a", "-fps_mode", "passthrough", "-c:v", "libx264", "-c:a", "aac", source,
        ]);
        var path = await RecordAsync(source, 25);
        Assert.Equal(await FirstTimeAsync(source, "v:0") - await FirstTimeAsync(source, "a:0"),
            await FirstTimeAsync(path, "v:0") - await FirstTimeAsync(path, "a:0"), 0.03);
    }

    [ProgramFact("ffmpeg")]
    public async Task An_odd_last_row_and_column_are_left_out_and_this_is_reported()
    {
        var log = new CollectedLog(Microsoft.Extensions.Logging.LogLevel.Warning);
        var path = folder.File("out.mp4");
        using (var recorder = new VideoRecorder(path, 25, logger: log.CreateLogger("output")))
        {
            using var image = new Mat(49, 65, MatType.CV_8UC3, Scalar.All(90));
            recorder.Write(image, TimeSpan.Zero);
        }
        Assert.Equal("64,48", (await ProbeAsync(path, "-show_entries", "stream=width,height")).Trim());
        Assert.Contains("65x49 pictures are recorded as 64x48", Assert.Single(log.Texts), StringComparison.Ordinal);
    }

    [ProgramFact("ffmpeg")]
    public async Task A_recording_that_ends_early_has_no_sound_beyond_its_pictures()
    {
        var source = folder.File("in.mp4");
        await MakeAsync(source, 250, sound: "sine=d=10", "-c:a", "aac");
        var path = await RecordAsync(source, 50);
        Assert.InRange(Numbers(await ProbeAsync(path, "-show_entries", "format=duration")).Single(), 1.9, 2.3);
        Assert.Equal([path, source], Directory.GetFiles(folder.Path).Order().Reverse());
    }

    [ProgramFact("chromium")]
    public async Task A_recording_plays_in_a_browser_with_the_right_colors()
    {
        var path = folder.File("out.mp4");
        using (var recorder = new VideoRecorder(path, 25))
        {
            using var image = new Mat(120, 160, MatType.CV_8UC3, new Scalar(40, 90, 200));
            for (var i = 0; i < 50; i++)
                recorder.Write(image, TimeSpan.FromSeconds(i / 25.0));
        }
        await using var server = await FileServer.StartAsync(path);
        await using var browser = await Browser.StartAsync("--autoplay-policy=no-user-gesture-required");
        await browser.OpenAsync(new Uri(server.Address("out.mp4")));
        await browser.UntilAsync("document.querySelector('video')?.ended");
        Assert.Equal(50, (await browser.EvaluateAsync("document.querySelector('video').getVideoPlaybackQuality().totalVideoFrames"))
            .GetInt32());
        Assert.Equal(2, (await browser.EvaluateAsync("document.querySelector('video').duration")).GetDouble(), 0.01);
        var pixel = await browser.EvaluateAsync("""
            (() => {
                const video = document.querySelector('video'), canvas = document.createElement('canvas'), context = canvas.getContext('2d');
                [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
                context.drawImage(video, 0, 0);
                return [canvas.width, canvas.height, ...context.getImageData(80, 60, 1, 1).data];
            })()
            """);
        var values = pixel.EnumerateArray().Select(value => value.GetDouble()).ToArray();
        Assert.Equal([160, 120, 200, 90, 40, 255], values, (a, b) => Math.Abs(a - b) <= 4);
    }

    [LinuxFact]
    public async Task Without_ffmpeg_a_recording_is_still_made_and_what_it_lacks_is_reported()
    {
        SyntheticVideo.Write(folder.File("in.mp4"), 5);
        var run = await CommandRun.WithoutPrograms("video", folder.File("in.mp4"), "--out", folder.File("out.mp4"));
        run.ShouldSucceed();
        Assert.Contains("in.mp4: ffmpeg and ffprobe are not installed, so OpenCV reads it", run.Error, StringComparison.Ordinal);
        Assert.Contains("out.mp4: the ffmpeg program with x264 is not installed, so this becomes", run.Error, StringComparison.Ordinal);
        Assert.Equal(5, LiveLandmarks.Capture.VideoReader.Inspect(folder.File("out.mp4")).FrameCount);
    }

    /// <summary>Creates a video with sound; options up to <c>-c:a</c> apply to the sound input, the rest to the output.</summary>
    private async Task MakeAsync(string path, int frames, string sound, params string[] options)
    {
        var codec = Array.IndexOf(options, "-c:a");
        SyntheticVideo.Write(folder.File("silent.mp4"), frames);
        await Tool.RunAsync("ffmpeg", [
            "-v", "error", "-i", folder.File("silent.mp4"), .. options[..codec], "-f", "lavfi", "-i", sound, "-map", "0:v", "-map", "1:a",
            "-c:v", "copy", .. options[codec..], path,
        ]);
        File.Delete(folder.File("silent.mp4"));
    }

    /// <summary>Records the first frames of a video, with its sound.</summary>
    private async Task<string> RecordAsync(string source, int frames)
    {
        var path = folder.File("out.mp4");
        await Task.Run(() =>
        {
            using var reader = LiveLandmarks.Capture.VideoReader.OpenFile(source);
            using var recorder = new VideoRecorder(path, reader.Info.FramesPerSecond, source);
            using var image = new Mat();
            for (var i = 0; i < frames && reader.Read(image, out var time); i++)
                recorder.Write(image, time);
        });
        return path;
    }

    private static async Task<double> FirstTimeAsync(string path, string stream) =>
        // ffprobe lists the stream of a transport stream twice.
        Numbers(await ProbeAsync(path, "-select_streams", stream, "-show_entries", "stream=start_time"))[0];

    private static List<double> Numbers(string output) =>
        [.. output.Split(['\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(
            text => double.Parse(text, CultureInfo.InvariantCulture))];

    private static Task<string> ProbeAsync(string path, params string[] what) =>
        Tool.RunAsync("ffprobe", ["-v", "error", .. what, "-of", "csv=p=0", path]);
}

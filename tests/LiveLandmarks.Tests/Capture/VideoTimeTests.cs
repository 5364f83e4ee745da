using System.Globalization;
using LiveLandmarks.Capture;

namespace LiveLandmarks.Tests.Capture;

/// <summary>When the frames of video files are shown, and which are missing.</summary>
public sealed class VideoTimeTests : MadeVideoTests
{
    [ProgramFact("ffmpeg")]
    public async Task Only_the_frames_that_an_edit_list_shows_are_read()
    {
        var whole = await MakeAsync("whole.mp4", [.. X264, "-g", "60"]);
        await FfmpegAsync("-ss", "0.6", "-i", whole, "-c", "copy", folder.File("trimmed.mp4"));
        var shown = await ShownTimesAsync(folder.File("trimmed.mp4"));
        Assert.InRange(shown.Count, 40, 44);
        AssertTimes(shown, Read("trimmed.mp4"));
        using var reader = VideoReader.OpenFile(folder.File("trimmed.mp4"));
        Assert.Equal(shown.Count, reader.Info.FrameCount!.Value, 1.0);
    }

    [ProgramFact("ffmpeg")]
    public async Task A_nominal_rate_and_sound_that_promise_more_frames_are_not_damage()
    {
        await FfmpegAsync(
            "-f", "lavfi", "-i", Pattern, "-f", "lavfi", "-i",
            "sine=d=3", "-vf", "select='not(mod(n,4))'", "-fps_mode", "passthrough", "-c:v", "libvpx", "-deadline", "realtime",
            "-c:a", "libopus",
            folder.File("sparse.webm"));
        var times = Read("sparse.webm");
        Assert.Equal(15, times.Count);
        AssertTimes(await ShownTimesAsync(folder.File("sparse.webm")), times);
    }

    [ProgramFact("ffmpeg")]
    public async Task Uneven_frame_times_are_kept()
    {
        await MakeAsync("uneven.mp4",
            ["-vf", "settb=1/90000,setpts='if(lt(N,20),N/30,20/30+(N-20)/10)/TB'", "-fps_mode", "passthrough", "-enc_time_base", "1:90000",
            "-c:v", "libx264", "-bf", "2"]);
        var times = Read("uneven.mp4");
        AssertTimes([.. Enumerable.Range(0, 60).Select(n => n < 20 ? n / 30.0 : 20 / 30.0 + (n - 20) / 10.0)], times);
    }

    [ProgramTheory("ffmpeg")]
    [InlineData(240)]
    [InlineData(1)]
    public async Task Fast_and_slow_rates_are_kept(int rate)
    {
        await FfmpegAsync(["-f", "lavfi", "-i", $"testsrc=s=64x64:r={rate}", "-frames:v", "12", .. X264, folder.File("rate.mp4")]);
        AssertTimes([.. Enumerable.Range(0, 12).Select(n => n / (double)rate)], Read("rate.mp4"));
        Assert.Equal(rate, VideoReader.Inspect(folder.File("rate.mp4")).FramesPerSecond);
    }

    [ProgramFact("ffmpeg")]
    public async Task Repeated_times_are_made_to_increase()
    {
        var path = await MakeAsync("repeated.mp4", ["-vf", "setpts='if(lt(N,20),N,3*N-40)/30/TB'", "-fps_mode", "passthrough", .. X264]);
        // Sets the first duration in the duration table to 0, so that these frames have equal times.
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(bytes.AsSpan().IndexOf("stts"u8) + 16, 4).Clear();
        File.WriteAllBytes(path, bytes);
        var times = Read("repeated.mp4");
        Assert.Equal(60, times.Count);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second > pair.First));
        Assert.InRange(times[^1], 3.8, 4.1);
    }

    [ProgramFact("ffmpeg")]
    public async Task A_single_frame_and_a_long_freeze_are_not_damage()
    {
        await FfmpegAsync(["-f", "lavfi", "-i", Pattern, "-frames:v", "1", .. X264, folder.File("one.mp4")]);
        Assert.Single(Read("one.mp4"));
        await MakeAsync("freeze.mp4", ["-vf", "setpts='(N/30+if(gt(N,30),20,0))/TB'", "-fps_mode", "passthrough", .. X264]);
        var times = Read("freeze.mp4");
        Assert.Equal(60, times.Count);
        Assert.Equal(20 + 59 / 30.0, times[^1], 0.002);
    }

    [ProgramFact("ffmpeg")]
    public async Task Damage_in_the_middle_is_left_out_and_reported_at_the_end()
    {
        var path = await MakeAsync("damaged.mp4", [.. X264, "-g", "10", "-bf", "0"]);
        var bytes = File.ReadAllBytes(path);
        var middle = (bytes.AsSpan().IndexOf("mdat"u8) + bytes.Length) / 2;
        new Random(1).NextBytes(bytes.AsSpan(middle, bytes.Length / 10));
        File.WriteAllBytes(path, bytes);
        List<double> times = [];
        var error = Assert.Throws<InputException>(() => ReadInto(path, times));
        Assert.InRange(times.Count, 45, 59);
        Assert.Equal(59 / 30.0, times[^1], 0.002);
        Assert.Equal($"{path}: about {60 - times.Count} of 60 frames could not be decoded and were left out; the file is damaged. The " +
            "rest was processed.", error.Message);
    }

    [ProgramFact("ffmpeg")]
    public async Task A_truncated_file_delivers_its_frames_and_then_fails()
    {
        var path = await MakeAsync("cut.mkv", X264);
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        List<double> times = [];
        var error = Assert.Throws<InputException>(() => ReadInto(path, times));
        Assert.InRange(times.Count, 15, 45);
        Assert.Equal(string.Create(
            CultureInfo.InvariantCulture,
            $"{path}: ended after {times[^1]:0.0} of 2.0 s; the file is truncated or damaged. What was read was processed."),
            error.Message);
    }

    /// <summary>The times at which ffprobe shows pictures.</summary>
    private static async Task<IReadOnlyList<double>> ShownTimesAsync(string path) =>
    [
        .. (await Tool.RunAsync("ffprobe", "-v", "error", "-select_streams", "V:0", "-show_entries", "frame=pts_time", "-of",
            "csv=p=0", path))
            .Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(text => double.Parse(text, CultureInfo.InvariantCulture)),
    ];

    private static void AssertTimes(IReadOnlyList<double> expected, IReadOnlyList<double> times) =>
        Assert.Equal(expected, times, (a, b) => Math.Abs(a - b) <= 0.001);
}

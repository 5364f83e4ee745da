using System.Globalization;
using System.Text;
using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Capture;

/// <summary>Video files as cameras, phones and editors make them, read by the ffmpeg program.</summary>
public sealed class VideoFileTests : IDisposable
{
    private const string Pattern = "testsrc=s=160x120:r=30:d=2";

    private static readonly string[] X264 = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"];

    private readonly TempFolder folder = new();
    private readonly Mat image = new();

    public void Dispose()
    {
        image.Dispose();
        folder.Dispose();
    }

    [ProgramFact("ffmpeg")]
    public async Task Only_what_an_edit_list_shows_is_read()
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
    public async Task A_nominal_rate_and_sound_that_promise_more_frames_are_no_damage()
    {
        await FfmpegAsync(
            "-f", "lavfi", "-i", Pattern, "-f", "lavfi", "-i", "sine=d=3", "-vf", "select='not(mod(n,4))'", "-fps_mode", "passthrough", "-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libopus",
            folder.File("sparse.webm"));
        var times = Read("sparse.webm");
        Assert.Equal(15, times.Count);
        AssertTimes(await ShownTimesAsync(folder.File("sparse.webm")), times);
    }

    [ProgramFact("ffmpeg")]
    public async Task Uneven_times_are_those_of_the_file()
    {
        await MakeAsync("uneven.mp4", ["-vf", "settb=1/90000,setpts='if(lt(N,20),N/30,20/30+(N-20)/10)/TB'", "-fps_mode", "passthrough", "-enc_time_base", "1:90000", "-c:v", "libx264", "-bf", "2"]);
        var times = Read("uneven.mp4");
        AssertTimes([.. Enumerable.Range(0, 60).Select(n => n < 20 ? n / 30.0 : 20 / 30.0 + (n - 20) / 10.0)], times);
    }

    [ProgramFact("ffmpeg")]
    public async Task Damage_in_the_middle_is_left_out_and_told_at_the_end()
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
        Assert.Equal($"{path}: about {60 - times.Count} of 60 frames could not be decoded and were left out; the file is damaged. The rest was processed.", error.Message);
    }

    [ProgramFact("ffmpeg")]
    public async Task A_size_that_changes_is_fitted_into_the_first()
    {
        // Red and large, then green and small and of another shape.
        await FfmpegAsync(["-f", "lavfi", "-i", "color=red:s=160x120:r=25:d=0.4", .. X264, folder.File("a.h264")]);
        await FfmpegAsync(["-f", "lavfi", "-i", "color=lime:s=64x64:r=25:d=0.4", .. X264, folder.File("b.h264")]);
        File.WriteAllBytes(folder.File("both.h264"), [.. File.ReadAllBytes(folder.File("a.h264")), .. File.ReadAllBytes(folder.File("b.h264"))]);
        using var reader = VideoReader.OpenFile(folder.File("both.h264"));
        for (var i = 0; i < 20; i++)
        {
            Assert.True(reader.Read(image, out _));
            Assert.Equal(new Size(160, 120), image.Size());
            AssertColor(i < 10 ? (255, 0, 0) : (0, 255, 0), image.At<Vec3b>(60, 80));
        }
        AssertColor((0, 0, 0), image.At<Vec3b>(60, 5));
        Assert.False(reader.Read(image, out _));
    }

    [ProgramTheory("ffmpeg")]
    [InlineData("16/9", 284, 120)]
    [InlineData("1/2", 160, 240)]
    [InlineData("1", 160, 120)]
    public async Task Pixels_are_square(string shape, int width, int height)
    {
        await MakeAsync("shape.mp4", ["-vf", $"setsar={shape}", .. X264]);
        using var reader = VideoReader.OpenFile(folder.File("shape.mp4"));
        Assert.True(reader.Read(image, out _));
        Assert.Equal((width, height), (reader.Info.Width, reader.Info.Height));
        Assert.Equal(new Size(width, height), image.Size());
    }

    [ProgramTheory("ffmpeg")]
    [InlineData("bt709", "tv", 320, true)]
    [InlineData("bt709", "pc", 320, true)]
    [InlineData("smpte170m", "tv", 1280, true)]
    [InlineData("bt2020nc", "tv", 320, true)]
    // Without a word: high definition is BT.709, the rest BT.601.
    [InlineData("bt709", "tv", 1280, false)]
    [InlineData("smpte170m", "tv", 320, false)]
    public async Task Colors_are_those_that_the_file_names(string matrix, string range, int width, bool isTagged)
    {
        var inFilter = matrix switch { "smpte170m" => "bt601", "bt2020nc" => "bt2020", _ => matrix };
        string[] tags = isTagged ? ["-colorspace", matrix, "-color_range", range] : ["-bsf:v", "h264_metadata=matrix_coefficients=2:colour_primaries=2:transfer_characteristics=2"];
        await FfmpegAsync([
            "-f", "lavfi", "-i", $"color=0xAC2040:s={width}x120:r=5:d=1,format=rgb24", "-vf", $"scale=out_color_matrix={inFilter}:out_range={range}:flags=accurate_rnd,format=yuv444p",
            "-c:v", "libx264", "-crf", "1", .. tags, folder.File("colors.mp4"),
        ]);
        using var reader = VideoReader.OpenFile(folder.File("colors.mp4"));
        Assert.True(reader.Read(image, out _));
        AssertColor((0xAC, 0x20, 0x40), image.At<Vec3b>(60, 80));
    }

    [ProgramTheory("ffmpeg")]
    [InlineData("yuv444p", 425, 319)]
    [InlineData("yuv420p10le", 160, 120)]
    [InlineData("gray", 160, 120)]
    public async Task Odd_sizes_and_other_pixels_are_read(string format, int width, int height)
    {
        await FfmpegAsync("-f", "lavfi", "-i", $"testsrc=s={width}x{height}:r=30:d=0.5", "-c:v", "libx264", "-pix_fmt", format, folder.File("other.mp4"));
        Assert.Equal(15, Read("other.mp4").Count);
        Assert.Equal(new Size(width, height), image.Size());
    }

    [ProgramFact("ffmpeg")]
    public async Task A_phone_held_upright_gives_upright_pictures()
    {
        var path = await MakeAsync("turned.mp4", ["-vf", "drawbox=0:0:160:20:red:fill", .. X264]);
        // The matrix in the track's header: a quarter turn clockwise.
        var bytes = File.ReadAllBytes(path);
        var matrix = bytes.AsSpan(bytes.AsSpan().IndexOf("tkhd"u8) + 44, 36);
        matrix.Clear();
        (matrix[5], matrix[12], matrix[13], matrix[32]) = (1, 0xff, 0xff, 0x40);
        (matrix[25], matrix[24]) = (120, 0);
        File.WriteAllBytes(path, bytes);
        using var reader = VideoReader.OpenFile(path);
        Assert.True(reader.Read(image, out _));
        Assert.Equal((120, 160), (reader.Info.Width, reader.Info.Height));
        Assert.Equal(new Size(120, 160), image.Size());
        // What was above is now at the right.
        AssertColor((255, 0, 0), image.At<Vec3b>(80, 112));
    }

    [ProgramTheory("ffmpeg")]
    [InlineData("clip.ts")] // begins at 1.4 s
    [InlineData("clip.avi", "-c:v", "mjpeg")]
    [InlineData("clip.gif")]
    [InlineData("clip.mov", "-c:v", "prores")]
    [InlineData("clip.flv")]
    [InlineData("clip.wmv")]
    [InlineData("clip.mpg")]
    [InlineData("clip.mkv", "-c:v", "ffv1")]
    [InlineData("clip.webm", "-c:v", "libvpx-vp9", "-deadline", "realtime")]
    [InlineData("clip.3gp", "-c:v", "h263", "-s", "176x144", "-c:a", "aac")]
    [InlineData("fragments.mp4", "-c:v", "libx264", "-movflags", "frag_keyframe+empty_moov", "-g", "10")]
    [InlineData("interlaced.mp4", "-c:v", "libx264", "-flags", "+ilme+ildct")]
    [InlineData("alpha.webm", "-c:v", "libvpx", "-pix_fmt", "yuva420p", "-auto-alt-ref", "0")]
    [InlineData("hevc.mp4", "-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=error")]
    [InlineData("av1.mp4", "-c:v", "libaom-av1", "-cpu-used", "8", "-usage", "realtime")]
    public async Task Every_frame_of_other_containers_and_codecs_is_read(string name, params string[] codec)
    {
        await FfmpegAsync(["-f", "lavfi", "-i", "testsrc=s=160x120:r=25:d=1", "-f", "lavfi", "-i", "sine=d=1", .. name == "clip.gif" ? ["-map", "0:v"] : Array.Empty<string>(), .. codec, folder.File(name)]);
        var times = Read(name);
        Assert.Equal(25, times.Count);
        Assert.InRange(times[0], 0, 0.15);
        // What ffmpeg writes into AVI has a gap of one frame behind the first.
        Assert.InRange(times[^1] - times[0], 0.949, 1.001);
    }

    [ProgramFact("ffmpeg")]
    public async Task The_cover_of_an_album_is_no_video()
    {
        await FfmpegAsync("-f", "lavfi", "-i", "sine=d=1", "-i", Repository.Media("astronaut.png"), "-map", "0", "-map", "1", "-c:v", "copy", "-disposition:v:0", "attached_pic", folder.File("song.m4a"));
        AssertRefused("song.m4a", "it has no pictures");
    }

    [ProgramFact("ffmpeg")]
    public async Task A_cover_before_the_video_is_passed_over()
    {
        var clip = await MakeAsync("clip.mp4", X264);
        await FfmpegAsync("-i", Repository.Media("astronaut.png"), "-i", clip, "-map", "0", "-map", "1", "-c", "copy", "-disposition:v:0", "attached_pic", folder.File("covered.mp4"));
        Assert.Equal(60, Read("covered.mp4").Count);
        Assert.Equal(new Size(160, 120), image.Size());
    }

    [ProgramFact("ffmpeg")]
    public async Task Sound_alone_is_no_video()
    {
        await FfmpegAsync("-f", "lavfi", "-i", "sine=d=1", folder.File("sound.mp4"));
        AssertRefused("sound.mp4", "it has no pictures");
    }

    [ProgramFact("ffmpeg")]
    public async Task A_file_cut_off_delivers_what_is_there_and_then_fails()
    {
        var path = await MakeAsync("cut.mkv", X264);
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        List<double> times = [];
        var error = Assert.Throws<InputException>(() => ReadInto(path, times));
        Assert.InRange(times.Count, 15, 45);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{path}: ended after {times[^1]:0.0} of 2.0 s; the file is truncated or damaged. What was read was processed."), error.Message);
    }

    [ProgramTheory("ffmpeg")]
    [InlineData("100 %d #1: a?.mp4")]
    [InlineData("-dash.mp4")]
    [InlineData("http:x.mp4")]
    [InlineData("\u3042\u00e9 film.mp4")]
    [InlineData("film")]
    public async Task Any_name_will_do(string name)
    {
        File.Move(await MakeAsync("clip.mp4", X264), folder.File(name));
        Assert.Equal(60, Read(name).Count);
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
    public async Task Times_that_repeat_grow_all_the_same()
    {
        var path = await MakeAsync("repeated.mp4", ["-vf", "setpts='if(lt(N,20),N,3*N-40)/30/TB'", "-fps_mode", "passthrough", .. X264]);
        // The table of durations begins with so many of the first kind: they become 0.
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(bytes.AsSpan().IndexOf("stts"u8) + 16, 4).Clear();
        File.WriteAllBytes(path, bytes);
        var times = Read("repeated.mp4");
        Assert.Equal(60, times.Count);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second > pair.First));
        Assert.InRange(times[^1], 3.8, 4.1);
    }

    [ProgramFact("ffmpeg")]
    public async Task A_single_frame_and_a_long_freeze_are_no_damage()
    {
        await FfmpegAsync(["-f", "lavfi", "-i", Pattern, "-frames:v", "1", .. X264, folder.File("one.mp4")]);
        Assert.Single(Read("one.mp4"));
        await MakeAsync("freeze.mp4", ["-vf", "setpts='(N/30+if(gt(N,30),20,0))/TB'", "-fps_mode", "passthrough", .. X264]);
        var times = Read("freeze.mp4");
        Assert.Equal(60, times.Count);
        Assert.Equal(20 + 59 / 30.0, times[^1], 0.002);
    }

    [Fact]
    public void A_picture_is_a_video_of_one_frame()
    {
        File.Copy(Repository.Media("astronaut.png"), folder.File("face.png"));
        Assert.Equal([0.0], Read("face.png"));
        File.WriteAllBytes(folder.File("noise.jpg"), Encoding.ASCII.GetBytes("no picture at all, whatever its name says"));
        var error = Assert.Throws<InputException>(() => Read("noise.jpg"));
        Assert.StartsWith(folder.File("noise.jpg") + ": not a picture that can be read", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_no_video()
    {
        var error = Assert.Throws<InputException>(() => VideoReader.OpenFile(folder.Path));
        Assert.Equal($"{folder.Path}: a folder, not a video; name the file.", error.Message);
    }

    private static Task<string> FfmpegAsync(params string[] arguments) => Tool.RunAsync("ffmpeg", ["-v", "error", "-y", .. arguments]);

    private async Task<string> MakeAsync(string name, string[] options)
    {
        await FfmpegAsync(["-f", "lavfi", "-i", Pattern, .. options, folder.File(name)]);
        return folder.File(name);
    }

    /// <summary>The times at which ffprobe shows pictures.</summary>
    private static async Task<IReadOnlyList<double>> ShownTimesAsync(string path) =>
    [
        .. (await Tool.RunAsync("ffprobe", "-v", "error", "-select_streams", "V:0", "-show_entries", "frame=pts_time", "-of", "csv=p=0", path))
            .Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(text => double.Parse(text, CultureInfo.InvariantCulture)),
    ];

    private List<double> Read(string name)
    {
        List<double> times = [];
        ReadInto(folder.File(name), times);
        return times;
    }

    private void ReadInto(string path, List<double> times)
    {
        using var reader = VideoReader.OpenFile(path);
        while (reader.Read(image, out var time))
            times.Add(time.TotalSeconds);
    }

    private void AssertRefused(string name, string reason)
    {
        var error = Assert.Throws<InputException>(() => VideoReader.OpenFile(folder.File(name)));
        Assert.Equal($"{folder.File(name)}: not a video that can be read, or a truncated one ({reason}); try to repair it with ffmpeg.", error.Message);
    }

    private static void AssertTimes(IReadOnlyList<double> expected, IReadOnlyList<double> times) =>
        Assert.Equal(expected, times, (a, b) => Math.Abs(a - b) <= 0.001);

    private static void AssertColor((int Red, int Green, int Blue) expected, Vec3b pixel)
    {
        Assert.Equal(expected.Red, pixel.Item2, 4.0);
        Assert.Equal(expected.Green, pixel.Item1, 4.0);
        Assert.Equal(expected.Blue, pixel.Item0, 4.0);
    }
}

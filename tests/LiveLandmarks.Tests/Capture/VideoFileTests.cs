using System.Text;
using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Capture;

/// <summary>Video files of all kinds, as cameras, phones and editors make them, read by the ffmpeg program.</summary>
public sealed class VideoFileTests : MadeVideoTests
{
    [ProgramTheory("ffmpeg")]
    [InlineData("clip.ts")] // starts at 1.4 s
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
        await FfmpegAsync(["-f", "lavfi", "-i", "testsrc=s=160x120:r=25:d=1", "-f", "lavfi", "-i", "sine=d=1", .. name == "clip.gif"
            ? ["-map", "0:v"]
            : Array.Empty<string>(), .. codec, folder.File(name)]);
        var times = Read(name);
        Assert.Equal(25, times.Count);
        Assert.InRange(times[0], 0, 0.15);
        // AVI files that ffmpeg writes have a gap of one frame after the first.
        Assert.InRange(times[^1] - times[0], 0.949, 1.001);
    }

    [ProgramFact("ffmpeg")]
    public async Task The_cover_of_an_album_is_not_a_video()
    {
        await FfmpegAsync("-f", "lavfi", "-i", "sine=d=1", "-i",
            Repository.Media("astronaut.png"), "-map", "0", "-map", "1", "-c:v", "copy", "-disposition:v:0", "attached_pic",
            folder.File("song.m4a"));
        AssertRefused("song.m4a", "it has no pictures");
    }

    [ProgramFact("ffmpeg")]
    public async Task A_cover_before_the_video_is_skipped()
    {
        var clip = await MakeAsync("clip.mp4", X264);
        await FfmpegAsync("-i", Repository.Media("astronaut.png"), "-i", clip, "-map", "0", "-map", "1", "-c", "copy", "-disposition:v:0",
            "attached_pic", folder.File("covered.mp4"));
        Assert.Equal(60, Read("covered.mp4").Count);
        Assert.Equal(new Size(160, 120), image.Size());
    }

    [ProgramFact("ffmpeg")]
    public async Task Sound_alone_is_not_a_video()
    {
        await FfmpegAsync("-f", "lavfi", "-i", "sine=d=1", folder.File("sound.mp4"));
        AssertRefused("sound.mp4", "it has no pictures");
    }

    [ProgramTheory("ffmpeg")]
    [InlineData("100 %d #1: a?.mp4")]
    [InlineData("-dash.mp4")]
    [InlineData("http:x.mp4")]
    [InlineData("\u3042\u00e9 film.mp4")]
    [InlineData("film")]
    public async Task A_video_may_have_any_name(string name)
    {
        File.Move(await MakeAsync("clip.mp4", X264), folder.File(name));
        Assert.Equal(60, Read(name).Count);
    }

    [Fact]
    public void A_picture_is_read_as_a_video_of_one_frame()
    {
        File.Copy(Repository.Media("astronaut.png"), folder.File("face.png"));
        Assert.Equal([0.0], Read("face.png"));
        File.WriteAllBytes(folder.File("noise.jpg"), Encoding.ASCII.GetBytes("no picture at all, whatever its name says"));
        var error = Assert.Throws<InputException>(() => Read("noise.jpg"));
        Assert.StartsWith(folder.File("noise.jpg") + ": not a picture that can be read", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_not_a_video()
    {
        var error = Assert.Throws<InputException>(() => VideoReader.OpenFile(folder.Path));
        Assert.Equal($"{folder.Path}: a folder, not a video; name the file.", error.Message);
    }

    private void AssertRefused(string name, string reason)
    {
        var error = Assert.Throws<InputException>(() => VideoReader.OpenFile(folder.File(name)));
        Assert.Equal($"{folder.File(name)}: not a video that can be read, or a truncated one ({reason}); try to repair it with ffmpeg.",
            error.Message);
    }
}

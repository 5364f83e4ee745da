using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Capture;

/// <summary>Shape, size and color of the pictures in video files.</summary>
public sealed class VideoPictureTests : MadeVideoTests
{
    [ProgramFact("ffmpeg")]
    public async Task Frames_of_a_new_size_are_fitted_into_the_first_size()
    {
        // Large red frames, then small green frames of another shape.
        await FfmpegAsync(["-f", "lavfi", "-i", "color=red:s=160x120:r=25:d=0.4", .. X264, folder.File("a.h264")]);
        await FfmpegAsync(["-f", "lavfi", "-i", "color=lime:s=64x64:r=25:d=0.4", .. X264, folder.File("b.h264")]);
        File.WriteAllBytes(folder.File("both.h264"),
            [.. File.ReadAllBytes(folder.File("a.h264")), .. File.ReadAllBytes(folder.File("b.h264"))]);
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
    public async Task Pictures_are_scaled_to_square_pixels(string shape, int width, int height)
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
    // Without tags: high definition is BT.709, the rest BT.601.
    [InlineData("bt709", "tv", 1280, false)]
    [InlineData("smpte170m", "tv", 320, false)]
    public async Task Colors_follow_the_matrix_and_range_named_in_the_file(string matrix, string range, int width, bool isTagged)
    {
        var inFilter = matrix switch { "smpte170m" => "bt601", "bt2020nc" => "bt2020", _ => matrix };
        string[] tags = isTagged
            ? ["-colorspace", matrix, "-color_range", range]
            : ["-bsf:v", "h264_metadata=matrix_coefficients=2:colour_primaries=2:transfer_characteristics=2"];
        await FfmpegAsync([
            "-f", "lavfi", "-i", $"color=0xAC2040:s={width}x120:r=5:d=1,format=rgb24", "-vf",
            $"scale=out_color_matrix={inFilter}:out_range={range}:flags=accurate_rnd,format=yuv444p",
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
    public async Task Odd_sizes_and_other_pixel_formats_are_read(string format, int width, int height)
    {
        await FfmpegAsync("-f", "lavfi", "-i", $"testsrc=s={width}x{height}:r=30:d=0.5", "-c:v", "libx264", "-pix_fmt", format,
            folder.File("other.mp4"));
        Assert.Equal(15, Read("other.mp4").Count);
        Assert.Equal(new Size(width, height), image.Size());
    }

    [ProgramFact("ffmpeg")]
    public async Task A_phone_held_upright_gives_upright_pictures()
    {
        var path = await MakeAsync("turned.mp4", ["-vf", "drawbox=0:0:160:20:red:fill", .. X264]);
        // Sets the matrix in the track header to a quarter turn clockwise.
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
        // The stored upper edge is now on the right.
        AssertColor((255, 0, 0), image.At<Vec3b>(80, 112));
    }

    private static void AssertColor((int Red, int Green, int Blue) expected, Vec3b pixel)
    {
        Assert.Equal(expected.Red, pixel.Item2, 4.0);
        Assert.Equal(expected.Green, pixel.Item1, 4.0);
        Assert.Equal(expected.Blue, pixel.Item0, 4.0);
    }
}

using System.Diagnostics;
using LiveLandmarks.Capture;
using LiveLandmarks.Ffmpeg;
using OpenCvSharp;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>Video files, made by ffmpeg, or by OpenCV if ffmpeg is missing.</summary>
internal sealed class ClipKind() : InputKind("clip")
{
    private const int MaxFrames = 60;

    private static readonly (string Extension, string[] Codec)[] Forms =
    [
        (".mp4", ["-c:v", "mpeg4", "-c:a", "aac"]),
        (".mkv", ["-c:v", "mpeg4", "-c:a", "aac"]),
        (".webm", ["-c:v", "libvpx", "-c:a", "libopus", "-deadline", "realtime"]),
        (".avi", ["-c:v", "mjpeg", "-c:a", "pcm_s16le"]),
        (".mjpeg", ["-c:v", "mjpeg", "-an", "-f", "mjpeg"]),
        (".mov", ["-c:v", "mjpeg", "-an"]),
        (".ts", ["-c:v", "mpeg2video", "-c:a", "aac"]),
    ];

    public override IReadOnlyList<Seed> Seeds()
    {
        List<Seed> seeds = [];
        foreach (var (extension, codec) in FfmpegProgram.Installed is null ? [] : Forms)
        {
            if (Make(extension, codec) is { } clip)
                seeds.Add(new Seed(extension, clip));
        }
        if (seeds.Count == 0)
            seeds.Add(new Seed(".avi", MakeWithoutFfmpeg()));
        return seeds;
    }

    public override void Try(string path)
    {
        using var reader = FrameReader.Open(path);
        using var image = new Mat();
        var last = TimeSpan.MinValue;
        for (var i = 0; i < MaxFrames && reader.Read(image, out var time); i++)
        {
            if (image.Empty() || image.Type() != MatType.CV_8UC3)
                throw new WrongResultException($"a frame of type {image.Type()} and size {image.Size()}");
            if (time <= last)
                throw new WrongResultException("frame times that do not increase");
            last = time;
        }
    }

    private byte[]? Make(string extension, string[] codec)
    {
        var path = Folder.File($"seed{extension}");
        string[] arguments =
        [
            "-v", "error", "-nostdin", "-y", "-f", "lavfi", "-i", "testsrc=size=64x48:rate=10:duration=0.8", "-f", "lavfi", "-i",
            "sine=duration=0.8",
            "-fflags", "+bitexact", "-flags", "+bitexact", "-shortest", .. codec, path,
        ];
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        // Not every ffmpeg has every codec.
        return process.ExitCode == 0 && File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    private byte[] MakeWithoutFfmpeg()
    {
        var path = Folder.File("seed.avi");
        using (var writer = new VideoWriter(path, FourCC.MJPG, 10, new Size(64, 48)))
        using (var picture = TestPicture.Make(64, 48))
        {
            for (var i = 0; i < 8; i++)
                writer.Write(picture);
        }
        return File.ReadAllBytes(path);
    }
}

using System.Globalization;
using LiveLandmarks.Ffmpeg;
using OpenCvSharp;

namespace LiveLandmarks.Output;

/// <summary>
/// Encodes with the ffmpeg program: H.264 in 4:2:0 with the index at the start of the file, which browsers and phones play. Every picture
/// keeps its own time, and the sound of another video is added in the same pass.
/// </summary>
internal sealed class FfmpegEncoder : IVideoEncoder
{
    // Drops an odd last row or column, which 4:2:0 cannot hold. The colors are those of HDTV (ITU-R BT.709) and are tagged in the file.
    private const string Filter =
        "crop=trunc(iw/2)*2:trunc(ih/2)*2,scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd,format=yuv420p";

    // If a recording ends early, sound that continues for longer than this is cut off.
    private static readonly TimeSpan LongestTail = TimeSpan.FromSeconds(0.5);

    private readonly FfmpegProcess process;
    private readonly MatroskaWriter writer;
    private readonly string file, name;
    private readonly double framesPerSecond;
    private readonly SoundTrack? sound;
    private readonly TimeSpan start;
    private TimeSpan last;

    private FfmpegEncoder(FfmpegProcess process, string file, string name, Size size, double framesPerSecond, SoundTrack? sound,
        TimeSpan start)
    {
        (this.process, this.file, this.name, this.framesPerSecond, this.sound, this.start) =
            (process, file, name, framesPerSecond, sound, start);
        writer = new MatroskaWriter(process.Input, size, framesPerSecond);
    }

    /// <inheritdoc/>
    public string Codec => sound is null ? "H.264" : "H.264 with sound";

    /// <summary>Opens a file.</summary>
    /// <param name="file">The file; an old one is replaced.</param>
    /// <param name="name">The file's name in messages.</param>
    /// <param name="size">Size of the pictures.</param>
    /// <param name="framesPerSecond">Nominal frame rate.</param>
    /// <param name="sound">The sound to add; null for none.</param>
    /// <param name="start">Time of the first picture in the video that the sound comes from.</param>
    /// <returns>Null if ffmpeg is not installed or lacks x264.</returns>
    public static FfmpegEncoder? Open(string file, string name, Size size, double framesPerSecond, SoundTrack? sound, TimeSpan start)
    {
        if (FfmpegProgram.Installed is not { EncodesH264: true } program)
            return null;
        List<string> arguments = ["-y", "-f", "matroska"];
        if (sound is not null)
            arguments.AddRange(["-itsoffset", Seconds(start + sound.PictureDelay), "-i",
                "pipe:0", "-i", FfmpegProgram.FileAddress(sound.Source), "-map", "0:v:0", "-map", "1:a:0", "-c:a", sound.FitsMp4
                ? "copy"
                : "aac"]);
        else
            arguments.AddRange(["-i", "pipe:0"]);
        arguments.AddRange(["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-vf", Filter]);
        arguments.AddRange(["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"]);
        arguments.AddRange([.. program.FrameTimesKept, "-enc_time_base", "1:90000", "-video_track_timescale", "90000"]);
        arguments.AddRange(["-movflags", "+faststart", "-f", "mp4", file]);
        return FfmpegProcess.Start(arguments) is { } process
            ? new FfmpegEncoder(process, file, name, size, framesPerSecond, sound, start)
            : null;
    }

    /// <inheritdoc/>
    public void Write(Mat image, TimeSpan time)
    {
        try
        {
            writer.Write(image, time);
            last = time;
        }
        catch (IOException e)
        {
            process.Wait();
            throw Failure(e);
        }
    }

    /// <inheritdoc/>
    public void Complete()
    {
        try
        {
            process.Input.Close();
        }
        catch (IOException)
        {
            // The error that ffmpeg itself reports is read below.
        }
        if (process.Wait() != 0)
            throw Failure(null);
        var end = start + last + TimeSpan.FromSeconds(1 / framesPerSecond);
        if (sound?.PictureEnd > end + LongestTail)
            CutSound(end + sound.PictureDelay);
    }

    /// <inheritdoc/>
    public void Dispose() => process.Dispose();

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    private OutputException Failure(IOException? inner) =>
        new($"{name}: the video cannot be written: {process.Error ?? "ffmpeg gave no reason"}; free some space, or choose another " +
            "place, and run again.", inner);

    /// <summary>Cuts the sound of a recording that ended early.</summary>
    private void CutSound(TimeSpan end)
    {
        using var cut = ScratchFile.Beside(file);
        if (FfmpegProgram.Run("ffmpeg", "-v",
            "error", "-y", "-i", file, "-map", "0", "-c", "copy", "-t", Seconds(end), "-movflags", "+faststart", cut.Path)
            is { ExitCode: 0 })
            cut.MoveTo(file);
    }
}

using System.Globalization;
using LiveLandmarks.Ffmpeg;
using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>A video file or network stream, read by the ffmpeg program, with the times of the source.</summary>
internal sealed class FfmpegReader : IInterruptibleReader
{
    private const double AssumedFrameRate = 30;
    private const string DurationLabel = "Duration: ";
    private const string OutputLabel = "Output #0";

    // Converts to square pixels. The pixel shape that the file states makes pictures larger, never smaller.
    private const string Square = "scale=w='round(iw*max(1,sar))':h='round(ih*max(1,1/sar))'";

    private static readonly TimeSpan LongestOpening = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);

    private readonly FfmpegProcess process;
    private readonly MatroskaReader pictures;
    private readonly string name;
    private readonly TimeSpan offset;
    private readonly FfmpegEnd end;
    private bool first = true;
    private TimeSpan nextTime;
    private long nextSize;

    private FfmpegReader(FfmpegProcess process, string name, TimeSpan offset, VideoProbe? probe)
    {
        (this.process, this.name, this.offset) = (process, name, offset);
        pictures = new MatroskaReader(process.Output);
        var (found, failure) = (false, default(Exception));
        try
        {
            using var limit = new Timer(_ => process.Kill(), null, LongestOpening, Timeout.InfiniteTimeSpan);
            found = pictures.Next(out nextTime, out nextSize);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            failure = e;
        }
        if (!found)
        {
            var message = WhyNot(isFile: probe is not null);
            process.Dispose();
            throw new InputException(message, failure);
        }
        Position = offset;
        if (probe is not null)
        {
            Info = new StreamInfo(name, pictures.Width, pictures.Height, Math.Round(probe.FramesPerSecond, 3), probe.FrameCount);
            end = FfmpegEnd.OfFile(process, Info, probe.PictureBegin - probe.Origin, probe.PictureEnd - probe.Origin);
            return;
        }
        // Matroska stores the frame time in whole nanoseconds.
        var rate = pictures.FrameTime is { } time && time > TimeSpan.Zero ? Math.Round(1 / time.TotalSeconds, 3) : AssumedFrameRate;
        var duration = FindDuration();
        Info = new StreamInfo(name, pictures.Width, pictures.Height, rate, duration is { } length
            ? (long)Math.Round(length.TotalSeconds * rate)
            : null);
        end = FfmpegEnd.OfStream(process, Info, duration, IsRtsp(name));
    }

    /// <inheritdoc/>
    public StreamInfo Info { get; }

    /// <summary>Time of the last picture read.</summary>
    public TimeSpan Position { get; private set; }

    /// <summary>Opens a network stream.</summary>
    /// <param name="address">Such as <c>rtsp://…</c> or <c>http://…</c>.</param>
    /// <param name="begin">The time to start at; only if the stream is a file.</param>
    /// <exception cref="InputException">Nothing responds at the address, or it has no video.</exception>
    public static FfmpegReader OpenUrl(string address, TimeSpan begin = default)
    {
        List<string> arguments = [];
        if (begin > TimeSpan.Zero)
            arguments.AddRange(["-ss", begin.TotalSeconds.ToString(CultureInfo.InvariantCulture)]);
        if (IsRtsp(address))
            arguments.AddRange(["-rtsp_flags", "prefer_tcp"]);
        return new FfmpegReader(Start(address, [.. arguments, "-i", address], $"{Square},setsar=1"), address, begin, null);
    }

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="probe">What is known about the file.</param>
    /// <exception cref="InputException">The file cannot be decoded.</exception>
    public static FfmpegReader OpenFile(string path, VideoProbe probe)
    {
        // A file that does not name its color matrix gets that of the television standard for its size, as in players.
        var matrix = probe.HasColorMatrix || probe is { Width: < 1280, Height: < 720 } ? "" : ":in_color_matrix=bt709";
        var filter = string.Create(
            CultureInfo.InvariantCulture,
            $"{Square}{matrix},format=bgr24,setsar=1,scale={probe.Width}:{probe.Height}:force_original_aspect_ratio=decrease,"
                + $"pad={probe.Width}:{probe.Height}:-1:-1");
        // Matroska moves times before 0 to 0.
        var offset = probe.PictureBegin < TimeSpan.Zero ? probe.PictureBegin.Value - probe.Origin : -probe.Origin;
        return new FfmpegReader(Start(path, ["-copyts", "-i", FfmpegProgram.FileAddress(path)], filter), path, offset, probe);
    }

    /// <inheritdoc/>
    public bool Read(Mat image, out TimeSpan time)
    {
        time = Position;
        try
        {
            if (!first && !pictures.Next(out nextTime, out nextSize))
                return AtEnd();
            if (nextSize != 3L * pictures.Width * pictures.Height)
                throw new InputException($"{name}: the size of its pictures changed.");
            image.Create(pictures.Height, pictures.Width, MatType.CV_8UC3);
            ReadInto(image);
        }
        catch (EndOfStreamException)
        {
            return AtEnd();
        }
        // Containers repeat times, but the times here must increase.
        time = offset + nextTime;
        if (!first && time <= Position)
            time = Position + TimeSpan.FromMilliseconds(0.1);
        end.Picture(time);
        first = false;
        Position = time;
        return true;
    }

    /// <inheritdoc/>
    public void Interrupt() => process.Kill();

    /// <inheritdoc/>
    public void Dispose() => process.Dispose();

    private unsafe void ReadInto(Mat image) => pictures.Read(new Span<byte>((void*)image.Data, 3 * image.Cols * image.Rows));

    private static bool IsRtsp(string address) => address.StartsWith("rtsp://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Every picture keeps its own time, in the time base of the source. Album covers are not pictures of the video.</summary>
    private static FfmpegProcess Start(string name, string[] input, string filter) =>
        FfmpegProcess.Start([
            "-nostdin", .. input, "-map", "0:V:0",
            "-vf", filter, "-c:v", "rawvideo", "-pix_fmt", "bgr24", .. FfmpegProgram.Installed?.FrameTimesKept ?? [],
            "-enc_time_base", "-1",
            "-f", "matroska", "-allow_raw_vfw", "1", "-flush_packets", "1", "pipe:1",
        ])
        ?? throw new InputException($"{name}: the ffmpeg program, which reads videos, cannot be started; install ffmpeg.");

    private bool AtEnd()
    {
        end.Check(Position);
        return false;
    }

    private string WhyNot(bool isFile)
    {
        process.Kill();
        process.Wait();
        var reason = process.Error is not { } error ? $"nothing came within {LongestOpening.TotalSeconds:0} s"
            : error.StartsWith(name + ": ", StringComparison.Ordinal) ? error[(name.Length + 2)..]
            : error;
        return isFile
            ? $"{name}: not a video that can be read, or a damaged one ({reason}); try to repair it with ffmpeg."
            : $"{name}: no video stream could be opened there ({reason}); check the address and that it is being sent.";
    }

    private TimeSpan? FindDuration()
    {
        // Messages and pictures take different routes, so messages may arrive later. The duration comes before the output label.
        SpinWait.SpinUntil(() => process.Lines.Any(line => line.Contains(OutputLabel, StringComparison.Ordinal)), LongestDelay);
        var line = process.Lines.FirstOrDefault(line => line.Contains(DurationLabel, StringComparison.Ordinal));
        var text = line?[(line.IndexOf(DurationLabel, StringComparison.Ordinal) + DurationLabel.Length)..].Split(',')[0];
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var length) && length > TimeSpan.Zero ? length : null;
    }
}

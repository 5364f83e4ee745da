using System.Globalization;
using LiveLandmarks.Ffmpeg;
using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>A network stream, read by the ffmpeg program, with the stream's own times.</summary>
internal sealed class FfmpegReader : IInterruptibleReader
{
    private const double AssumedFrameRate = 30;
    private const string DurationLabel = "Duration: ";
    private const string OutputLabel = "Output #0";

    private static readonly TimeSpan LongestOpening = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);

    private readonly FfmpegProcess process;
    private readonly MatroskaReader pictures;
    private readonly string address;
    private readonly TimeSpan begin;
    private readonly TimeSpan? duration;
    private bool first = true;
    private TimeSpan nextTime;

    private FfmpegReader(FfmpegProcess process, string address, TimeSpan begin)
    {
        (this.process, this.address, this.begin) = (process, address, begin);
        pictures = new MatroskaReader(process.Output);
        var (found, failure) = (false, default(Exception));
        try
        {
            using var limit = new Timer(_ => process.Kill(), null, LongestOpening, Timeout.InfiniteTimeSpan);
            found = pictures.Next(out nextTime, out _);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            failure = e;
        }
        if (!found)
        {
            var message = WhyNot();
            process.Dispose();
            throw new InputException(message, failure);
        }
        // Matroska has it in whole nanoseconds.
        var rate = pictures.FrameTime is { } time && time > TimeSpan.Zero ? Math.Round(1 / time.TotalSeconds, 3) : AssumedFrameRate;
        duration = FindDuration();
        Info = new StreamInfo(address, pictures.Width, pictures.Height, rate, duration is { } length ? (long)Math.Round(length.TotalSeconds * rate) : null);
        Position = begin;
    }

    /// <inheritdoc/>
    public StreamInfo Info { get; }

    /// <summary>Time of the last picture read.</summary>
    public TimeSpan Position { get; private set; }

    /// <summary>Opens a stream.</summary>
    /// <param name="address">Such as <c>rtsp://…</c> or <c>http://…</c>.</param>
    /// <param name="begin">From which time on; only where the stream is a file.</param>
    /// <exception cref="InputException">Nothing answers there, or no video.</exception>
    public static FfmpegReader Open(string address, TimeSpan begin = default)
    {
        List<string> arguments = ["-nostdin"];
        if (begin > TimeSpan.Zero)
            arguments.AddRange(["-ss", begin.TotalSeconds.ToString(CultureInfo.InvariantCulture)]);
        if (IsRtsp(address))
            arguments.AddRange(["-rtsp_flags", "prefer_tcp"]);
        // Every picture at its own time: in the stream's time base, none repeated and none left out.
        arguments.AddRange(["-i", address, "-map", "0:v:0", "-c:v", "rawvideo", "-pix_fmt", "bgr24", "-enc_time_base", "-1", "-f", "matroska", "-allow_raw_vfw", "1", "-flush_packets", "1", "pipe:1"]);
        var process = FfmpegProcess.Start(arguments) ?? throw new InputException($"{address}: the ffmpeg program, which reads network streams, cannot be started; install ffmpeg.");
        return new FfmpegReader(process, address, begin);
    }

    /// <inheritdoc/>
    public bool Read(Mat image, out TimeSpan time)
    {
        time = Position;
        try
        {
            if (!first && !pictures.Next(out nextTime, out _))
                return AtEnd();
            first = false;
            image.Create(pictures.Height, pictures.Width, MatType.CV_8UC3);
            ReadInto(image);
        }
        catch (EndOfStreamException)
        {
            return AtEnd();
        }
        time = Position = begin + nextTime;
        return true;
    }

    /// <inheritdoc/>
    public void Interrupt() => process.Kill();

    /// <inheritdoc/>
    public void Dispose() => process.Dispose();

    private unsafe void ReadInto(Mat image) => pictures.Read(new Span<byte>((void*)image.Data, 3 * image.Cols * image.Rows));

    private static bool IsRtsp(string address) => address.StartsWith("rtsp://", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A file that ends before its duration and with a failure was cut off; without one its sound is longer than its pictures. Of RTSP ffmpeg tells no failure when the sender goes away.
    /// </summary>
    private bool AtEnd()
    {
        if (duration is { } length
            && Position < length - TimeSpan.FromSeconds(Math.Max(0.5, 3 / Info.FramesPerSecond))
            && (IsRtsp(address) || process.Wait() != 0 || process.Error is not null))
        {
            throw new InputException($"{address}: ended after {Position.TotalSeconds:0.0} of {length.TotalSeconds:0.0} s; the sender went away.");
        }
        return false;
    }

    private string WhyNot()
    {
        process.Kill();
        process.Wait();
        var reason = process.Error is not { } error ? $"nothing came within {LongestOpening.TotalSeconds:0} s"
            : error.StartsWith(address + ": ", StringComparison.Ordinal) ? error[(address.Length + 2)..]
            : error;
        return $"{address}: no video stream could be opened there ({reason}); check the address and that it is being sent.";
    }

    private TimeSpan? FindDuration()
    {
        // What it says comes another way than the pictures, and may be later: the duration stands before the output.
        SpinWait.SpinUntil(() => process.Lines.Any(line => line.Contains(OutputLabel, StringComparison.Ordinal)), LongestDelay);
        var line = process.Lines.FirstOrDefault(line => line.Contains(DurationLabel, StringComparison.Ordinal));
        var text = line?[(line.IndexOf(DurationLabel, StringComparison.Ordinal) + DurationLabel.Length)..].Split(',')[0];
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var length) && length > TimeSpan.Zero ? length : null;
    }
}

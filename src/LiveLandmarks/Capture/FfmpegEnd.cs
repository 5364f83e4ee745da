using LiveLandmarks.Ffmpeg;

namespace LiveLandmarks.Capture;

/// <summary>Finds out, when ffmpeg has no more pictures, whether there should have been more.</summary>
internal sealed class FfmpegEnd
{
    private readonly FfmpegProcess process;
    private readonly StreamInfo info;
    private readonly TimeSpan? end;
    private readonly bool isFile;
    private readonly bool endsInSilence;
    private TimeSpan? last;
    private long pictures;
    private long missing;

    private FfmpegEnd(FfmpegProcess process, StreamInfo info, TimeSpan? begin, TimeSpan? end, bool isFile, bool endsInSilence)
    {
        (this.process, this.info, this.end, this.isFile, this.endsInSilence) = (process, info, end, isFile, endsInSilence);
        last = begin - FrameTime;
    }

    private TimeSpan FrameTime => TimeSpan.FromSeconds(1 / info.FramesPerSecond);

    /// <summary>The end of a file on this machine.</summary>
    /// <param name="process">Reads it.</param>
    /// <param name="info">What it says of itself.</param>
    /// <param name="begin">Time of its first picture; null when unknown.</param>
    /// <param name="end">Time at which its last picture ends; null when unknown.</param>
    public static FfmpegEnd OfFile(FfmpegProcess process, StreamInfo info, TimeSpan? begin, TimeSpan? end) =>
        new(process, info, begin, end, isFile: true, endsInSilence: false);

    /// <summary>The end of a network stream.</summary>
    /// <param name="process">Reads it.</param>
    /// <param name="info">What it says of itself.</param>
    /// <param name="duration">How long it is; null where it is endless.</param>
    /// <param name="endsInSilence">Whether ffmpeg tells of no failure when the sender goes away.</param>
    public static FfmpegEnd OfStream(FfmpegProcess process, StreamInfo info, TimeSpan? duration, bool endsInSilence) =>
        new(process, info, null, duration, isFile: false, endsInSilence);

    /// <summary>Takes note of a picture.</summary>
    /// <param name="time">Its time.</param>
    public void Picture(TimeSpan time)
    {
        if (last is { } before)
            missing += Math.Max(0, (long)Math.Round((time - before) / FrameTime) - 1);
        last = time;
        pictures++;
    }

    /// <summary>Throws unless the pictures were all there.</summary>
    /// <param name="position">Time of the last picture.</param>
    /// <exception cref="InputException">It ended early, or some could not be decoded.</exception>
    public void Check(TimeSpan position)
    {
        // A file that ends before its duration and with a failure was cut off; without one its sound is longer than its pictures.
        if (position < end - TimeSpan.FromSeconds(Math.Max(0.5, 3 / info.FramesPerSecond))
            && (endsInSilence || process.Wait() != 0 || process.Error is not null))
        {
            var seen = FormattableString.Invariant(
                $"{info.Name}: ended after {position.TotalSeconds:0.0} of {end!.Value.TotalSeconds:0.0} s");
            throw new InputException(
                isFile ? $"{seen}; the file is truncated or damaged. What was read was processed." : $"{seen}; the sender went away.");
        }
        if (!isFile)
            return;
        process.Wait();
        if (process.DecodingFailures > 0 && end - position is { } rest)
            missing += Math.Max(0, (long)Math.Round(rest / FrameTime) - 1);
        var lost = process.DecodingFailures > 0 ? missing : 0;
        if (lost == 0 && process.RepairedPictures == 0)
            return;
        var what = lost > 0
            ? $"about {lost} of {pictures + lost} frames could not be decoded and were left out"
            : $"{process.RepairedPictures} of {pictures} frames are damaged in part";
        throw new InputException($"{info.Name}: {what}; the file is damaged. The rest was processed.");
    }
}

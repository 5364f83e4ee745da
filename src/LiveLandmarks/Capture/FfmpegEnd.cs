using LiveLandmarks.Ffmpeg;

namespace LiveLandmarks.Capture;

/// <summary>Checks, when ffmpeg delivers no more pictures, whether pictures are missing.</summary>
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

    /// <summary>For a local file.</summary>
    /// <param name="process">The process that reads the file.</param>
    /// <param name="info">What is known about the file.</param>
    /// <param name="begin">Time of the first picture; null if unknown.</param>
    /// <param name="end">Time at which the last picture ends; null if unknown.</param>
    public static FfmpegEnd OfFile(FfmpegProcess process, StreamInfo info, TimeSpan? begin, TimeSpan? end) =>
        new(process, info, begin, end, isFile: true, endsInSilence: false);

    /// <summary>For a network stream.</summary>
    /// <param name="process">The process that reads the stream.</param>
    /// <param name="info">What is known about the stream.</param>
    /// <param name="duration">Length of the stream; null if it is endless.</param>
    /// <param name="endsInSilence">Whether ffmpeg reports no failure when the sender goes away.</param>
    public static FfmpegEnd OfStream(FfmpegProcess process, StreamInfo info, TimeSpan? duration, bool endsInSilence) =>
        new(process, info, null, duration, isFile: false, endsInSilence);

    /// <summary>Counts a picture.</summary>
    /// <param name="time">Time of the picture.</param>
    public void Picture(TimeSpan time)
    {
        if (last is { } before)
            missing += Math.Max(0, (long)Math.Round((time - before) / FrameTime) - 1);
        last = time;
        pictures++;
    }

    /// <summary>Throws unless all pictures were delivered.</summary>
    /// <param name="position">Time of the last picture.</param>
    /// <exception cref="InputException">The source ended early, or some pictures could not be decoded.</exception>
    public void Check(TimeSpan position)
    {
        // A file that ends early with a failure was cut off; without a failure, its sound is longer than its pictures.
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

using LiveLandmarks.Diagnostics;
using Microsoft.Extensions.Logging;
using OpenCvSharp;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace LiveLandmarks.Capture;

/// <summary>
/// Keeps a camera or network stream running. If a read blocks, fails, ends or repeats one picture, it reopens the source, with delays that
/// double each time, until pictures arrive again or it gives up.
/// </summary>
internal sealed partial class WatchedReader : IFrameReader
{
    private readonly Func<IFrameReader> open;
    private readonly ReconnectOptions options;
    private readonly bool reopens;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly StillPicture still;
    private readonly long start;
    private ReaderThread? reader;
    private long lostAt;
    private TimeSpan delay;
    private string? lost;
    private TimeSpan? offset;
    private TimeSpan last = TimeSpan.MinValue;
    private bool ended;

    private WatchedReader(string source, Func<IFrameReader> open, ReconnectOptions? reconnect, TimeProvider clock, ILogger logger)
    {
        reconnect?.Validate();
        (this.open, this.clock, this.logger) = (open, clock, logger);
        (options, reopens) = (reconnect ?? new ReconnectOptions { FrozenTimeout = null }, reconnect is not null);
        still = new StillPicture(options.FrozenTimeout, clock);
        start = clock.GetTimestamp();
        reader = new ReaderThread(open);
        Info = WaitForOpening(source);
    }

    /// <inheritdoc/>
    public StreamInfo Info { get; }

    /// <summary>Opens a source and watches it.</summary>
    /// <param name="source">Name of the source until it is open.</param>
    /// <param name="open">Opens the source, possibly several times; it must find the same camera each time.</param>
    /// <param name="options">When the source counts as lost; null to end with an error then, without reopening it.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">Logs every loss and return.</param>
    /// <exception cref="InputException">
    /// The source cannot be opened now; the reader does not wait for it. Or opening it takes longer than
    /// <see cref="ReconnectOptions.GiveUpAfter"/>; the source is then closed once opening returns.
    /// </exception>
    public static WatchedReader Open(
        string source, Func<IFrameReader> open, ReconnectOptions? options, TimeProvider clock, ILogger logger) =>
        new(source, open, options, clock, logger);

    /// <inheritdoc/>
    /// <remarks>
    /// Times are the source's own, which do not jitter as times of arrival do. After a gap they continue from the clock; times of a file at
    /// an address are positions in the file, with or without a gap.
    /// </remarks>
    /// <exception cref="InputException">No picture arrived for as long as the options allow.</exception>
    public bool Read(Mat image, out TimeSpan time)
    {
        while (true)
        {
            var why = TryRead(image);
            if (why is null)
            {
                Found();
                time = last = Later(reader!.Time + (offset ??= IsFile ? TimeSpan.Zero : clock.GetElapsedTime(start) - reader.Time));
                return true;
            }
            if (ended)
            {
                time = last;
                return false;
            }
            if (!reopens)
                throw new InputException($"{Info.Name}: {why}.");
            Lose(why);
            Reopen();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => reader?.Dispose();

    private StreamInfo WaitForOpening(string source)
    {
        try
        {
            return Wait(reader!.Opened.WaitAsync(options.GiveUpAfter, clock));
        }
        catch (TimeoutException e)
        {
            reader!.Dispose();
            throw new InputException(
                $"{source}: was not open after {options.GiveUpAfter.TotalSeconds:0.#} s; is another program holding it? Unplug it and " +
                "plug it in again, or choose another.", e);
        }
    }

    private bool IsFile => Info.FrameCount is not null;

    private TimeSpan Later(TimeSpan time) => time > last ? time : last + TimeSpan.FromTicks(1);

    /// <summary>Reads a picture; returns null, or the reason if there is none.</summary>
    private string? TryRead(Mat image)
    {
        if (reader is null)
            return lost;
        try
        {
            if (!Wait(reader.ReadAsync().WaitAsync(options.StallTimeout, clock)))
            {
                ended = IsFile;
                return "it ended";
            }
        }
        catch (TimeoutException)
        {
            return $"it delivered nothing for {options.StallTimeout.TotalSeconds:0.#} s";
        }
        catch (Exception e) when (e is LiveLandmarksException or OpenCVException)
        {
            return ReasonOf(e);
        }
        if (still.IsFrozen(reader.Picture))
            return $"it repeated one picture for {options.FrozenTimeout!.Value.TotalSeconds:0.#} s";
        reader.Picture.CopyTo(image);
        return null;
    }

    private void Found()
    {
        if (lost is not null)
        {
            var away = clock.GetElapsedTime(lostAt);
            LogBack(logger, Info.Name, away);
            PipelineMetrics.Default.SourceReconnected();
        }
        lost = null;
    }

    private void Lose(string why)
    {
        reader?.Dispose();
        reader = null;
        if (lost is not null)
            return;
        (lost, lostAt, delay) = (why, clock.GetTimestamp(), options.FirstDelay);
        LogLost(logger, Info.Name, why);
    }

    /// <summary>Waits, then opens the source; leaves no reader if that fails.</summary>
    private void Reopen()
    {
        if (clock.GetElapsedTime(lostAt) + delay > options.GiveUpAfter)
            throw new InputException(
                $"{Info.Name}: did not come back within {options.GiveUpAfter.TotalSeconds:0.#} s ({lost}); check the cable or the sender.");
        Wait(Task.Delay(delay, clock).ContinueWith(_ => true, TaskScheduler.Default));
        delay = delay * 2 < options.LongestDelay ? delay * 2 : options.LongestDelay;
        var next = new ReaderThread(open);
        try
        {
            Wait(next.Opened.WaitAsync(options.StallTimeout, clock));
            reader = next;
            offset = null;
            still.Reopened();
        }
        catch (Exception e) when (e is LiveLandmarksException or OpenCVException or TimeoutException)
        {
            next.Dispose();
        }
    }

    /// <summary>What went wrong, without the source's name in front: the messages here already start with it.</summary>
    private string ReasonOf(Exception e)
    {
        var name = $"{Info.Name}: ";
        return (e.Message.StartsWith(name, StringComparison.Ordinal) ? e.Message[name.Length..] : e.Message).TrimEnd('.');
    }

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source} is lost: {Reason}")]
    private static partial void LogLost(ILogger logger, string source, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source} is back after {Away}")]
    private static partial void LogBack(ILogger logger, string source, TimeSpan away);
}

using LiveLandmarks.Diagnostics;
using Microsoft.Extensions.Logging;
using OpenCvSharp;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace LiveLandmarks.Capture;

/// <summary>
/// Keeps a camera or network stream going: a read that blocks, fails, ends or repeats one picture makes it open the source anew, with
/// waits that double, until pictures come again or it gives up.
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

    /// <summary>Opens a source and watches over it.</summary>
    /// <param name="source">Its name, until it is open.</param>
    /// <param name="open">Opens the source, again and again: it must find the same camera.</param>
    /// <param name="options">When it counts as lost; null to end with an error then, and not to open it anew.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">Told of every loss and return.</param>
    /// <exception cref="InputException">
    /// The source cannot be opened now; that is no reason to wait for it. Or it is not open after
    /// <see cref="ReconnectOptions.GiveUpAfter"/>; then it is closed when its opening returns.
    /// </exception>
    public static WatchedReader Open(
        string source, Func<IFrameReader> open, ReconnectOptions? options, TimeProvider clock, ILogger logger) =>
        new(source, open, options, clock, logger);

    /// <inheritdoc/>
    /// <remarks>
    /// Times are the source's own, which do not shake as those of arrival do. After a gap they go on from the clock; those of a file by
    /// address are places in it, gap or not.
    /// </remarks>
    /// <exception cref="InputException">No picture came for as long as the options say.</exception>
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

    /// <summary>Reads a picture; the reason where there is none.</summary>
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

    /// <summary>Waits, then opens the source; leaves no reader where that fails.</summary>
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

    /// <summary>What went wrong, without the source's name before it, which stands in every message of its own already.</summary>
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

using System.Diagnostics;
using System.Globalization;
using System.Reactive.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Commands;
using LiveLandmarks.Pipeline;
using Spectre.Console;

namespace LiveLandmarks.Cli;

/// <summary>Runs a stream to its end and shows the progress: a bar with ETA and fps on a terminal, else a line every tenth.</summary>
internal static class Progress
{
    /// <summary>Subscribes and waits for the end.</summary>
    /// <param name="info">Name and length of the stream.</param>
    /// <param name="stream">The stream to run.</param>
    public static async Task RunAsync(StreamInfo info, IObservable<TrackedFrame> stream)
    {
        var start = Stopwatch.GetTimestamp();
        var (frames, faces) = (0L, 0L);
        var counted = stream.Do(tracked =>
        {
            frames++;
            faces += tracked.Faces.Count;
        });

        try
        {
            if (Terminal.Error.Profile.Capabilities.Interactive)
                await ShowBarAsync(info, counted, () => Rate(frames, start));
            else
                await PrintTenthsAsync(info, counted, () => Rate(frames, start));
        }
        finally
        {
            if (frames > 0)
                Console.Error.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{frames} frames, {faces} faces, {Rate(frames, start):0.0} fps"));
        }
    }

    private static double Rate(long frames, long start) => frames / Math.Max(Stopwatch.GetElapsedTime(start).TotalSeconds, 1e-3);

    private static Task ShowBarAsync(StreamInfo info, IObservable<TrackedFrame> stream, Func<double> rate) => Terminal.Error
        .Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(),
            new SpinnerColumn())
        .StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(Path.GetFileName(info.Name)), maxValue: info.FrameCount ?? 1);
            task.IsIndeterminate = info.FrameCount is null;
            await stream.Do(_ =>
            {
                task.Increment(1);
                task.Description = string.Create(
                    CultureInfo.InvariantCulture, $"{Markup.Escape(Path.GetFileName(info.Name))} {rate():0.0} fps");
            }).Count();
        });

    private static async Task PrintTenthsAsync(StreamInfo info, IObservable<TrackedFrame> stream, Func<double> rate)
    {
        var tenth = Math.Max(1, (info.FrameCount ?? 3000) / 10);
        await stream.Do(tracked =>
        {
            var done = tracked.Frame.Number + 1;
            if (done % tenth == 0)
                Console.Error.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{done} of {info.FrameCount?.ToString(CultureInfo.InvariantCulture) ?? "?"} frames, {rate():0.0} fps"));
        }).Count();
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace LiveLandmarks.Fuzz;

/// <summary>Tries inputs of all kinds in turn and reports the results.</summary>
/// <param name="options">The options of the command line.</param>
internal sealed class Campaign(FuzzOptions options)
{
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(2);

    /// <summary>Runs the campaign, or replays one input.</summary>
    /// <returns>The exit code: 0 without faults, 1 with faults, 2 if a replayed file has no known kind.</returns>
    public async Task<int> RunAsync()
    {
        if (options.Replay is { } file)
            return await ReplayAsync(file, options.MaxWork);
        KindRun[] runs = [.. options.Kinds.Select(kind => new KindRun(kind, options))];
        var waiting = new ConcurrentQueue<KindRun>(runs);
        var watch = Stopwatch.StartNew();
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Math.Min(options.Parallel, runs.Length)).Select(_ => Task.Run(async () =>
            {
                // Every kind gets at least one turn, however short the time is.
                while ((watch.Elapsed < options.Duration || runs.Any(run => run.Tried == 0)) && waiting.TryDequeue(out var run))
                {
                    await run.RunAsync(Slice);
                    if (!run.Done)
                        waiting.Enqueue(run);
                }
            })));
            Report(runs, watch.Elapsed);
        }
        finally
        {
            foreach (var run in runs)
                run.Dispose();
        }
        return runs.Any(run => run.Failed > 0) ? 1 : 0;
    }

    private static async Task<int> ReplayAsync(string file, TimeSpan maxWork)
    {
        var kind = Path.GetFileName(file).Split("--")[0];
        if (!KindCatalog.Knows(kind))
        {
            Console.Error.WriteLine($"{file}: the file name must start with a kind and two dashes; the kinds are " +
                $"{string.Join(", ", KindCatalog.Names)}.");
            return 2;
        }
        using var worker = await WorkerProcess.StartAsync(kind, maxWork);
        var attempt = await worker.TryAsync(Path.GetFullPath(file));
        Console.WriteLine($"{attempt.Outcome} {attempt.Detail}".TrimEnd());
        return attempt.IsFault ? 1 : 0;
    }

    private void Report(KindRun[] runs, TimeSpan time)
    {
        Line($"seed {options.Seed}, {time.TotalMinutes:0.0} minutes, {Math.Min(options.Parallel, runs.Length)} at a time");
        Line($"{"kind",-17}{"inputs",9}{"inputs/s",10}{"accepted",9}{"refused",9}{"failed",8}{"faults",8}{"MiB",12}");
        foreach (var run in runs)
        {
            var memory = run.Memory.First > 0 ? $"{run.Memory.First >> 20} -> {run.Memory.Last >> 20}" : "";
            Row(run.Name, [run], run.Time, memory);
        }
        Row("all", runs, time, "");
        foreach (var run in runs)
        {
            foreach (var (signature, (count, kept)) in run.Faults)
                Line($"{run.Name}: {count} times {signature}\n  replay with --replay {kept}");
        }

        static void Row(string name, KindRun[] runs, TimeSpan time, string memory)
        {
            var tried = runs.Sum(run => run.Tried);
            Line($"{name,-17}{tried,9}{tried / Math.Max(1e-3, time.TotalSeconds),10:0.0}" +
                $"{runs.Sum(run => run.Accepted),9}{runs.Sum(run => run.Refused),9}{runs.Sum(run => run.Failed),8}" +
                $"{runs.Sum(run => run.Faults.Count),8}{memory,12}");
        }

        static void Line(string text) => Console.WriteLine(text);
    }
}

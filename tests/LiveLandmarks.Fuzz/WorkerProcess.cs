using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;

namespace LiveLandmarks.Fuzz;

/// <summary>A child process that tries inputs, as seen by the parent process that makes them.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int KeptLines = 60;

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly Process process;
    private readonly TimeSpan maxWork;
    private readonly Channel<string> answers = Channel.CreateUnbounded<string>();
    private readonly ConcurrentQueue<string> said = new();
    private int tried;

    private WorkerProcess(Process process, TimeSpan maxWork)
    {
        (this.process, this.maxWork) = (process, maxWork);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                answers.Writer.TryComplete();
            else if (line.Data.StartsWith(Worker.Mark, StringComparison.Ordinal))
                answers.Writer.TryWrite(line.Data);
        };
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Number of inputs that the process has tried.</summary>
    public int Tried => tried;

    /// <summary>Starts a process for inputs of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="maxWork">Processor time after which an input counts as hanging.</param>
    /// <exception cref="InvalidOperationException">The process does not start.</exception>
    public static async Task<WorkerProcess> StartAsync(string kind, TimeSpan maxWork)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!, [.. IsHost ? [typeof(Worker).Assembly.Location] : Array.Empty<string>(), "--worker", kind])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A heap limit of 1.5 GiB: an input that needs more memory gets an exception, and the machine does not run out of memory.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x60000000";
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["OMP_NUM_THREADS"] = "1";
        var worker = new WorkerProcess(Process.Start(start)!, maxWork);
        if (await worker.AnswerAsync(LongestStart, LongestStart) is null)
        {
            worker.Dispose();
            throw new InvalidOperationException($"The process for {kind} does not start:\n{string.Join('\n', worker.said)}");
        }
        return worker;
    }

    /// <summary>Tries an input. After a crash or a hang the process cannot be used again.</summary>
    /// <param name="path">The file of the input.</param>
    public async Task<Attempt> TryAsync(string path)
    {
        said.Clear();
        tried++;
        try
        {
            await process.StandardInput.WriteLineAsync(path);
            await process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // The process ended between two inputs; reported below.
        }
        if (await AnswerAsync(maxWork, LongestWait) is { } answer)
            return Worker.Parse(answer) ?? new Attempt(Outcome.Fault, $"not an answer: {answer}");
        if (!process.HasExited && !process.WaitForExit(1000))
            return new Attempt(
                Outcome.Hang, $"no answer after {maxWork.TotalSeconds:0} s of processor time or {LongestWait.TotalSeconds:0} s");
        process.WaitForExit();
        return new Attempt(Outcome.Crash, $"the process ended with {process.ExitCode}: {said.FirstOrDefault()}\n{string.Join('\n', said)}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            if (!process.WaitForExit(3000))
                process.Kill(entireProcessTree: true);
        }
        process.Dispose();
    }

    private static bool IsHost => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";

    /// <summary>Waits for an answer; null if the process ends or takes too long. The limit is mainly in processor time, since the
    /// machine may be busy.</summary>
    private async Task<string?> AnswerAsync(TimeSpan most, TimeSpan longest)
    {
        var (begin, watch) = (Work(), Stopwatch.StartNew());
        var ready = answers.Reader.WaitToReadAsync().AsTask();
        while (await Task.WhenAny(ready, Task.Delay(Look)) != ready)
        {
            if (watch.Elapsed > longest || Work() - begin > most)
                return null;
        }
        return await ready && answers.Reader.TryRead(out var answer) ? answer : null;
    }

    private TimeSpan Work()
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return TimeSpan.Zero;
        }
    }

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        said.Enqueue(line);
        if (said.Count > KeptLines)
            said.TryDequeue(out _);
    }
}

using LiveLandmarks.Fuzz.Kinds;

namespace LiveLandmarks.Fuzz;

/// <summary>Makes, tries and counts the inputs of one kind, one slice of time after another.</summary>
/// <param name="name">The kind.</param>
/// <param name="options">The options of the campaign.</param>
internal sealed class KindRun(string name, FuzzOptions options) : IDisposable
{
    // After WarmUp inputs a process has reached its size. Growth beyond MaxGrowth bytes in GrowthPatience measurements in a row is a leak.
    private const int WarmUp = 600;
    private const long MaxGrowth = 300L << 20;
    private const int GrowthPatience = 5;

    private readonly InputKind kind = KindCatalog.Make(name);
    private readonly TempFolder folder = new();
    private readonly Dictionary<string, (long Count, string Kept)> faults = [];
    private InputSource? source;
    private WorkerProcess? worker;
    private long least;
    private int grown;

    /// <summary>The kind's name.</summary>
    public string Name => name;

    /// <summary>Number of inputs tried.</summary>
    public long Tried { get; private set; }

    /// <summary>Number of accepted inputs.</summary>
    public long Accepted { get; private set; }

    /// <summary>Number of inputs refused by a documented exception.</summary>
    public long Refused { get; private set; }

    /// <summary>Number of inputs that ended in a fault.</summary>
    public long Failed { get; private set; }

    /// <summary>Time spent on this kind.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>Working set of the worker process in bytes, after warming up and at the end; 0 if not measured.</summary>
    public (long First, long Last) Memory { get; private set; }

    /// <summary>The different faults by signature: their number, and the path of the first input, which is kept.</summary>
    public IReadOnlyDictionary<string, (long Count, string Kept)> Faults => faults;

    /// <summary>Whether all requested inputs were tried.</summary>
    public bool Done => Tried >= options.MaxInputs;

    /// <summary>Tries inputs for some time, but at least one input.</summary>
    /// <param name="slice">The time.</param>
    public async Task RunAsync(TimeSpan slice)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        source ??= new InputSource(kind, options.Seed);
        worker ??= await WorkerProcess.StartAsync(name, options.MaxWork);
        do
        {
            var input = source.Make(Tried);
            var path = folder.File($"input{input.Extension}");
            await File.WriteAllBytesAsync(path, input.Content);
            worker ??= await WorkerProcess.StartAsync(name, options.MaxWork);
            Count(await worker.TryAsync(path), input);
        }
        while (watch.Elapsed < slice && !Done);
        Time += watch.Elapsed;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        worker?.Dispose();
        kind.Dispose();
        folder.Dispose();
    }

    private void Count(Attempt attempt, Seed input)
    {
        Tried++;
        if (attempt.Memory > 0)
            attempt = Weigh(attempt);
        if (attempt.Outcome == Outcome.Accepted)
            Accepted++;
        else if (attempt.Outcome == Outcome.Refused)
            Refused++;
        else
            Note(attempt, input);
    }

    /// <summary>Checks the growth of memory, which is attributed to the last input.</summary>
    private Attempt Weigh(Attempt attempt)
    {
        if (worker!.Tried < WarmUp)
            return attempt;
        if (least == 0 || attempt.Memory < least)
            least = attempt.Memory;
        Memory = (Memory.First == 0 ? attempt.Memory : Memory.First, attempt.Memory);
        grown = attempt.Memory > least + MaxGrowth ? grown + 1 : 0;
        return grown < GrowthPatience || attempt.IsFault
            ? attempt
            : new Attempt(Outcome.Memory, $"grown from {least >> 20} to {attempt.Memory >> 20} MiB over {worker.Tried} inputs");
    }

    private void Note(Attempt attempt, Seed input)
    {
        Failed++;
        var signature = attempt.Signature;
        if (!faults.TryGetValue(signature, out var known))
            known = (0, Keep(attempt, input));
        faults[signature] = (known.Count + 1, known.Kept);
        if (attempt.Outcome == Outcome.Fault)
            return;
        worker!.Dispose();
        worker = null;
        (least, grown) = (0, 0);
    }

    private string Keep(Attempt attempt, Seed input)
    {
        Directory.CreateDirectory(options.Failures);
        var path = Path.Combine(options.Failures,
            $"{name}--seed{options.Seed}-{Tried - 1}-{attempt.Outcome.ToString().ToLowerInvariant()}{input.Extension}");
        File.WriteAllBytes(path, input.Content);
        File.WriteAllText($"{path}.txt", attempt.Detail);
        Console.Error.WriteLine($"{name}: {attempt.Signature}\n  kept as {path}");
        return path;
    }
}

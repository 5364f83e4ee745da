using System.Diagnostics;
using System.Globalization;
using LiveLandmarks.Commands;
using LiveLandmarks.Diagnostics;
using Spectre.Console;

namespace LiveLandmarks.Cli;

/// <summary>Collects the figures of a benchmark and prints them.</summary>
/// <param name="frames">Number of frames to measure.</param>
/// <param name="steadiness">How much the landmarks tremble, in words; null if that is unknown.</param>
internal sealed class BenchReport(int frames, string? steadiness)
{
    private static readonly Stage[] Stages = Enum.GetValues<Stage>();

    private static readonly Stage[] FaceStages = [Stage.Crop, Stage.Network, Stage.Decode, Stage.Track];

    private readonly double[][] stages = [.. Stages.Select(_ => new double[frames])];
    private readonly double[] whole = new double[frames];
    private long faces;
    private long allocated;
    private long memoryBefore;
    private int count;

    /// <summary>Number of frames to measure.</summary>
    public int Frames => frames;

    /// <summary>Starts the measurement; called when the warm-up is over.</summary>
    public void Start()
    {
        memoryBefore = Memory();
        allocated = GC.GetTotalAllocatedBytes(precise: true);
    }

    /// <summary>Adds one frame.</summary>
    /// <param name="clock">The times of its stages.</param>
    /// <param name="time">Its total time.</param>
    /// <param name="found">Its number of faces.</param>
    public void Add(StageClock clock, TimeSpan time, int found)
    {
        for (var i = 0; i < Stages.Length; i++)
            stages[i][count] = clock[Stages[i]].TotalMilliseconds;
        whole[count++] = time.TotalMilliseconds;
        faces += found;
        if (count == frames)
            allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
    }

    /// <summary>Prints the table.</summary>
    public void Print()
    {
        var memoryAfter = Memory();
        var table = new Table().AddColumn("stage").AddColumn(new TableColumn("p50 ms").RightAligned())
            .AddColumn(new TableColumn("p95 ms").RightAligned()).AddColumn(new TableColumn("mean ms").RightAligned());
        for (var i = 0; i < Stages.Length; i++)
            AddRow(table, Stages[i].ToString().ToLowerInvariant(), stages[i]);
        AddRow(table, "whole frame", whole);
        Terminal.Out.Write(table);

        var network = stages[(int)Stage.Network].Average();
        Line($"frames                 {frames}, {faces / (double)frames:0.00} faces each");
        Line($"frames a second        {1000 / whole.Average():0.0}");
        Line($"whole / network        {whole.Average() / network:0.000} (means), " +
            $"{Percentile.Of(whole, 0.5) / Percentile.Of(stages[(int)Stage.Network], 0.5):0.000} (medians)");
        var capture = stages[(int)Stage.Capture].Average();
        Line($"the same, read ahead   {(whole.Average() - capture) / network:0.000} (means): without the capture, which a live pipeline " +
            "does on its own thread");
        if (faces > 0)
            Line($"a face                 {FaceStages.Sum(stage => stages[(int)stage].Sum()) / faces:0.000} ms from crop to track");
        Line($"managed bytes a frame  {allocated / frames}");
        Line($"process memory         {memoryBefore / 1048576.0:0.0} MiB after warm-up, {memoryAfter / 1048576.0:0.0} MiB at the end " +
            "(garbage collected)");
        if (steadiness is not null)
            Line($"trembling              {steadiness}");

        static void Line(string text) => Terminal.Out.WriteLine(text);
    }

    private static void AddRow(Table table, string name, double[] milliseconds) => table.AddRow(
        name,
        Percentile.Of(milliseconds, 0.5).ToString("0.000", CultureInfo.InvariantCulture),
        Percentile.Of(milliseconds, 0.95).ToString("0.000", CultureInfo.InvariantCulture),
        milliseconds.Average().ToString("0.000", CultureInfo.InvariantCulture));

    /// <summary>The process's memory after a garbage collection. With little garbage, none may otherwise happen for minutes.</summary>
    private static long Memory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}

using System.Globalization;

namespace LiveLandmarks.Training.Training;

/// <summary>The progress of a training as a table: <c>metrics.csv</c>, a row a report.</summary>
internal sealed class MetricsLog : IDisposable
{
    private const string Header = "step,epoch,loss,learning_rate,images_per_second,validation";

    private readonly StreamWriter writer;

    /// <summary>Opens a table, or begins one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="step">The step to go on from; rows after it, of a run that was cut off, are dropped.</param>
    /// <exception cref="TrainingException">The file cannot be used.</exception>
    public MetricsLog(string path, long step)
    {
        try
        {
            var rows = step > 0 && File.Exists(path) ? File.ReadLines(path).Skip(1).Where(row => StepOf(row) <= step).ToList() : [];
            File.WriteAllLines(path, [Header, .. rows]);
            writer = new StreamWriter(path, append: true) { AutoFlush = true };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrainingException($"{path}: the metrics cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Adds a row.</summary>
    public void Add(TrainingProgress progress) => writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{progress.Step},{progress.Epoch:0.####},{progress.Loss:G9},{progress.LearningRate:G6},{progress.ImagesPerSecond:0.##},{progress.Validation:G6}"));

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    /// <summary>A row's step; more than any where the row is cut off.</summary>
    private static long StepOf(string row) => row.Count(',') == Header.Count(',')
        && long.TryParse(row.AsSpan(0, row.IndexOf(',', StringComparison.Ordinal)), CultureInfo.InvariantCulture, out var step)
            ? step
            : long.MaxValue;
}

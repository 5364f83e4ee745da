using System.Globalization;
using nietras.SeparatedValues;

namespace LiveLandmarks.Training.Training;

/// <summary>A row of <c>metrics.csv</c>: the figures of a report.</summary>
/// <param name="Step">Number of steps done.</param>
/// <param name="Epoch">Epoch of the last step, from 0, with its fraction.</param>
/// <param name="Loss">Mean loss of the steps since the previous row.</param>
/// <param name="LearningRate">Learning rate of the last step.</param>
/// <param name="ImagesPerSecond">Training pictures per second since the previous row.</param>
/// <param name="Validation">The figure of the validation as a share, such as the NME; null without a validation.</param>
internal readonly record struct MetricsRow(
    long Step, double Epoch, double Loss, double LearningRate, double ImagesPerSecond, double? Validation)
{
    /// <summary>The columns' names.</summary>
    public const string Header = "step,epoch,loss,learning_rate,images_per_second,validation";

    private const int Columns = 6;

    /// <summary>The row of a report.</summary>
    public static MetricsRow Of(TrainingProgress progress) =>
        new(progress.Step, progress.Epoch, progress.Loss, progress.LearningRate, progress.ImagesPerSecond, progress.Validation);

    /// <summary>Reads a row; null if it is cut off or damaged.</summary>
    /// <param name="row">One row of the table.</param>
    public static MetricsRow? Parse(SepReader.Row row)
    {
        if (row.ColCount != Columns || !row[0].TryParse<long>(out var step))
            return null;
        Span<double> numbers = stackalloc double[Columns];
        for (var i = 1; i < Columns; i++)
        {
            var missing = i == Columns - 1 && row[i].Span.IsEmpty;
            if (!missing && !row[i].TryParse(out numbers[i]))
                return null;
        }
        return new MetricsRow(step, numbers[1], numbers[2], numbers[3], numbers[4], row[^1].Span.IsEmpty ? null : numbers[^1]);
    }

    /// <summary>The row as <see cref="Parse"/> reads it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Step},{Epoch:0.####},{Loss:G9},{LearningRate:G6},{ImagesPerSecond:0.##},{Validation:G6}");
}

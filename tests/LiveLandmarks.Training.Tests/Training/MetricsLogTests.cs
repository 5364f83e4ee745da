using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Tests.Training;

public sealed class MetricsLogTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Table => folder.File("metrics.csv");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Rows_are_read_as_they_were_written()
    {
        var log = Write(20, 40);
        var read = MetricsLog.Read(Table);
        Assert.Equal(log.Rows, read);
        Assert.Equal([new MetricsRow(20, 2.5, 0.125, 1e-3, 8.25, null), new(40, 2.5, 0.125, 1e-3, 8.25, 0.0625)], read);
    }

    [Fact]
    public void A_resumed_training_drops_later_rows_and_a_truncated_one()
    {
        Write(20, 40);
        File.AppendAllText(Table, "30,1,");
        var log = new MetricsLog(Table, 20);
        Assert.Equal(20, Assert.Single(log.Rows).Step);
        log.Add(Progress(25, null));
        Assert.Equal([20, 25], MetricsLog.Read(Table).Select(row => row.Step));
        Assert.Equal([Table], Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("60,3,0.1,")]
    [InlineData("60,3,0.1,0.001,8,0.2,7")]
    [InlineData("60,3,x,0.001,8,")]
    [InlineData("six,3,1,0.001,8,")]
    [InlineData("60,3,,0.001,8,")]
    public void A_truncated_or_damaged_row_is_reported_with_its_line(string row)
    {
        Write(20, 40);
        File.AppendAllText(Table, row);
        Assert.StartsWith($"{Table}:4: ", Assert.Throws<InputException>(() => MetricsLog.Read(Table)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "no such file")]
    [InlineData("", "not a training's table")]
    [InlineData("step,epo", "not a training's table")]
    [InlineData(MetricsRow.Header, "no row yet")]
    public void A_missing_empty_or_foreign_table_is_refused_with_the_reason(string? content, string problem)
    {
        if (content is not null)
            File.WriteAllText(Table, content);
        var message = Assert.Throws<InputException>(() => MetricsLog.Read(Table)).Message;
        Assert.StartsWith(Table, message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_cannot_be_written_is_named()
    {
        var path = Path.Combine(folder.Write("file", ""), "metrics.csv");
        Assert.StartsWith(path, Assert.Throws<OutputException>(() => new MetricsLog(path, 0)).Message, StringComparison.Ordinal);
    }

    private static TrainingProgress Progress(long step, double? validation) =>
        new(step, 100, 2.5, 0.125, 1e-3, 8.25, TimeSpan.FromSeconds(9), validation);

    private MetricsLog Write(long first, long second)
    {
        var log = new MetricsLog(Table, 0);
        log.Add(Progress(first, null));
        log.Add(Progress(second, 0.0625));
        return log;
    }
}

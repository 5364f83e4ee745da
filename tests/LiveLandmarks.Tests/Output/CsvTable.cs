using System.Globalization;

namespace LiveLandmarks.Tests.Output;

/// <summary>Reads the CSV of OpenFace as scripts of its users do: names from the header, blanks trimmed, numbers only.</summary>
internal sealed class CsvTable
{
    private readonly List<double[]> rows = [];
    private readonly List<string> names;

    public CsvTable(string path)
    {
        var lines = File.ReadAllLines(path);
        Header = lines[0];
        names = [.. Header.Split(',').Select(name => name.Trim())];
        foreach (var line in lines.Skip(1))
        {
            rows.Add([.. line.Split(',').Select(cell => double.Parse(cell.Trim(), CultureInfo.InvariantCulture))]);
            Assert.Equal(names.Count, rows[^1].Length);
        }
    }

    public string Header { get; }

    public int Count => rows.Count;

    public double this[int row, string column] => rows[row][names.IndexOf(column)];

    public double[] Row(int row, params string[] columns) => [.. columns.Select(column => this[row, column])];
}

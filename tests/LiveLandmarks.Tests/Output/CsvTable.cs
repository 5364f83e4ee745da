using System.Globalization;

namespace LiveLandmarks.Tests.Output;

/// <summary>Reads the CSV of OpenFace as scripts of its users do: names from the header, blanks trimmed, numbers only; action units may be
/// missing.</summary>
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
            rows.Add([.. line.Split(',').Select((cell, i) => Number(cell.Trim(), names[i]))]);
            Assert.Equal(names.Count, rows[^1].Length);
        }

        static double Number(string cell, string name) => cell.Length == 0 && name.StartsWith("AU", StringComparison.Ordinal)
            ? double.NaN
            : double.Parse(cell, CultureInfo.InvariantCulture);
    }

    public string Header { get; }

    public int Count => rows.Count;

    public double this[int row, string column] => rows[row][names.IndexOf(column)];

    public double[] Row(int row, params string[] columns) => [.. columns.Select(column => this[row, column])];
}

using System.Globalization;
using LiveLandmarks.Output;
using nietras.SeparatedValues;

namespace LiveLandmarks.Training.Evaluation;

/// <summary>The error of each face as CSV: <c>picture</c>, <c>subsets</c> separated by semicolons, and the NME in percent of each network,
/// empty for a missed face.</summary>
internal static class FaceTable
{
    /// <summary>Writes the table.</summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <param name="networks">Name of each network and its results on the same faces.</param>
    /// <exception cref="OutputException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<(string Name, IReadOnlyList<MeasuredFace> Faces)> networks) =>
        OutputFile.Write(path, file =>
    {
        // The header is written as an ordinary row, because two networks may have the same name.
        using var table = Sep.New(',').Writer(options => options with { Escape = true, WriteHeader = false })
            .To(new StreamWriter(file, leaveOpen: true));
        Add(table, ["picture", "subsets",
            .. networks.Select(network => networks.Count == 1 ? "nme_percent" : $"nme_percent {network.Name}")]);
        for (var i = 0; i < networks[0].Faces.Count; i++)
        {
            var truth = networks[0].Faces[i];
            Add(table, [truth.Name, string.Join(';', truth.Truth.Subsets), .. networks.Select(network => Percent(network.Faces[i].Nme))]);
        }
    });

    private static string Percent(double? nme) => (100 * nme)?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    private static void Add(SepWriter table, string[] fields)
    {
        using var row = table.NewRow();
        for (var i = 0; i < fields.Length; i++)
            row[i].Set(fields[i]);
    }
}

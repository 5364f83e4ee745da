using System.Globalization;
using LiveLandmarks.Output;
using nietras.SeparatedValues;

namespace LiveLandmarks.Training.Evaluation;

/// <summary>Errors face by face as CSV: <c>picture</c>, <c>subsets</c> with semicolons between, and the NME in percent by each network,
/// empty where the face was missed.</summary>
internal static class FaceTable
{
    /// <summary>Writes the table.</summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <param name="networks">For each its name and what it found of the same faces.</param>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<(string Name, IReadOnlyList<MeasuredFace> Faces)> networks) =>
        OutputFile.Write(path, file =>
    {
        // The header is a row like the others: two networks may have one name.
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

using System.Globalization;
using LiveLandmarks.Output;

namespace LiveLandmarks.Training.Evaluation;

/// <summary>Errors face by face as CSV: <c>picture</c>, <c>subsets</c> with semicolons between, and the NME in percent by each network, empty where the face was missed.</summary>
internal static class FaceTable
{
    /// <summary>Writes the table.</summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <param name="networks">For each its name and what it found of the same faces.</param>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<(string Name, IReadOnlyList<MeasuredFace> Faces)> networks) => OutputFile.Write(path, file =>
    {
        using var writer = new StreamWriter(file, leaveOpen: true);
        writer.WriteLine(Row(["picture", "subsets", .. networks.Select(network => networks.Count == 1 ? "nme_percent" : $"nme_percent {network.Name}")]));
        for (var i = 0; i < networks[0].Faces.Count; i++)
        {
            var truth = networks[0].Faces[i];
            writer.WriteLine(Row([truth.Name, string.Join(';', truth.Truth.Subsets), .. networks.Select(network => Percent(network.Faces[i].Nme))]));
        }
    });

    private static string Percent(double? nme) => (100 * nme)?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    private static string Row(IEnumerable<string> fields) => string.Join(',', fields.Select(Quoted));

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

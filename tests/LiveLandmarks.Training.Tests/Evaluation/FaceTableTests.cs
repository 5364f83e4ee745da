using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Evaluation;
using LiveLandmarks.Training.Tests.Data;

namespace LiveLandmarks.Training.Tests.Evaluation;

public class FaceTableTests
{
    [Fact]
    public void The_table_has_a_row_for_each_face_and_a_column_for_each_network()
    {
        using var folder = new TempFolder();
        var truth = Pictures.Face("one.jpg") with { Subsets = ["afw", "manual"] };
        var comma = truth with { ImagePath = "t,\"wo\".jpg", Subsets = [] };
        var shift = 0.1f * truth.NormalizingLength;
        MeasuredFace Found(AnnotatedFace face, float by) =>
            new(face, default, [.. face.Points.Select(point => point with { X = point.X + by * shift })]);

        FaceTable.Write(folder.File("f.csv"),
            [("a", [Found(truth, 1), Found(comma, 0.5f)]), ("b", [Found(truth, 0), new MeasuredFace(comma, default, null)])]);

        var rows = File.ReadAllLines(folder.File("f.csv"));
        Assert.Equal("picture,subsets,nme_percent a,nme_percent b", rows[0]);
        Assert.StartsWith("one.jpg,afw;manual,", rows[1], StringComparison.Ordinal);
        Assert.Equal([10, 0], rows[1].Split(',')[2..].Select(
            text => Math.Round(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture), 2)));
        Assert.StartsWith("\"t,\"\"wo\"\".jpg\",,", rows[2], StringComparison.Ordinal);
        Assert.EndsWith(",", rows[2], StringComparison.Ordinal);
        Assert.Equal(3, rows.Length);
    }
}

using System.Globalization;
using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Tests.Data;

public sealed class WflwDataSetTests : IDisposable
{
    private const string Folder = "WFLW_annotations/list_98pt_rect_attr_train_test";

    private readonly TempFolder folder = new();
    private readonly WflwDataSet set = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_line_becomes_a_face()
    {
        Write("train", Line("10 20 110 140", "0 1 0 0 1 0"));
        var face = Assert.Single(set.Read(folder.Path, new DataSetOptions()));
        Assert.Equal(new Landmark(0, 0.25f, 1), face.Points[0]);
        Assert.Equal(new Landmark(97, 97.25f, 1), face.Points[97]);
        Assert.Equal(new FaceBox(10, 20, 100, 120), face.Box);
        Assert.Equal(["expression", "occlusion"], face.Subsets);
        Assert.Equal(folder.File("WFLW_images/0--Parade/a.jpg"), face.ImagePath);
        Assert.EndsWith("list_98pt_rect_attr_train.txt:1", face.Source, StringComparison.Ordinal);
        Assert.Equal(12 * MathF.Sqrt(2), face.NormalizingLength, 1e-4f);
    }

    [Fact]
    public void The_six_attributes_are_the_six_subsets()
    {
        Write("test", Line("1 2 3 4", "1 1 1 1 1 1"));
        var face = Assert.Single(set.Read(folder.Path, new DataSetOptions { Split = DataSplit.Test }));
        Assert.Equal(["pose", "expression", "illumination", "make-up", "occlusion", "blur"], face.Subsets);
    }

    [Theory]
    [InlineData("10 20 110", "0 0 0 0 0 0", "206 fields, 207 expected")]
    [InlineData("10 20 NaN 140", "0 0 0 0 0 0", "field 199: a finite number expected, not 'NaN'")]
    [InlineData("10 20 x 140", "0 0 0 0 0 0", "field 199: a finite number expected, not 'x'")]
    [InlineData("10 20 10 140", "0 0 0 0 0 0", "the box's lower right corner")]
    public void A_bad_line_is_reported_with_its_number(string box, string attributes, string expected)
    {
        Write("train", Line("1 2 3 4", "0 0 0 0 0 0"), "", Line(box, attributes));
        var error = Assert.Throws<InputException>(() => set.Read(folder.Path, new DataSetOptions()));
        Assert.Contains("list_98pt_rect_attr_train.txt:3: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);

        var bad = new BadRecords(fatal: false);
        Assert.Single(set.Read(folder.Path, new DataSetOptions { BadRecords = bad }));
        Assert.Equal(1, bad.Count);
    }

    [Fact]
    public void A_missing_picture_is_a_bad_record()
    {
        Write("train", Line("1 2 3 4", "0 0 0 0 0 0", "0--Parade/b.jpg"));
        var error = Assert.Throws<InputException>(() => set.Read(folder.Path, new DataSetOptions()));
        Assert.Contains("b.jpg: no such picture", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_for_missing_files_tells_where_to_get_them()
    {
        var error = Assert.Throws<InputException>(() => set.Read(folder.Path, new DataSetOptions()));
        Assert.Contains("list_98pt_rect_attr_train.txt: no such file", error.Message, StringComparison.Ordinal);
        Assert.Contains("wywu.github.io", error.Message, StringComparison.Ordinal);

        folder.Write($"{Folder}/list_98pt_rect_attr_train.txt", "");
        error = Assert.Throws<InputException>(() => set.Read(folder.Path, new DataSetOptions()));
        Assert.Contains("WFLW_images: no such folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_list_is_an_empty_part()
    {
        Write("train");
        var error = Assert.Throws<InputException>(() => set.Read(folder.Path, new DataSetOptions()));
        Assert.Contains("the train part is empty", error.Message, StringComparison.Ordinal);
    }

    private static string Line(string box, string attributes, string picture = "0--Parade/a.jpg")
    {
        var points = Enumerable.Range(0, 98).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i} {i + 0.25f}"));
        return $"{string.Join(' ', points)} {box} {attributes} {picture}";
    }

    private void Write(string part, params string[] lines)
    {
        folder.Write("WFLW_images/0--Parade/a.jpg", "");
        folder.Write($"{Folder}/list_98pt_rect_attr_{part}.txt", string.Join('\n', lines) + "\n");
    }
}

using System.Globalization;
using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Tests.Data;

public sealed class Faces300WDataSetTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Faces300WDataSet set = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_official_folders_are_split_as_in_the_literature()
    {
        foreach (var part in new[] { "afw", "helen/trainset", "helen/testset", "lfpw/trainset", "lfpw/testset", "ibug" })
            Add($"{part}/face_1");
        Assert.Equal(["afw", "helen", "lfpw"], Read(DataSplit.Train).Select(face => face.Subsets[0]));
        Assert.Equal([["helen", "common"], ["lfpw", "common"], ["ibug", "challenging"]], Read(DataSplit.Test).Select(face => face.Subsets));
    }

    [Fact]
    public void Train_and_val_folders_are_the_two_parts()
    {
        Add("train/afw_1");
        Add("val/helen_1");
        Add("val/person");
        Assert.Equal(["afw"], Assert.Single(Read(DataSplit.Train)).Subsets);
        Assert.Equal([["helen"], []], Read(DataSplit.Test).Select(face => face.Subsets));
    }

    [Fact]
    public void A_flat_folder_is_one_part_and_coordinates_start_at_0()
    {
        Add("b", ".png");
        Add("a");
        var faces = Read(DataSplit.Test);
        Assert.Equal(["a.jpg", "b.png"], faces.Select(face => Path.GetFileName(face.ImagePath)));
        Assert.Equal(new Landmark(4, 7.5f, 1), faces[0].Points[4]);
        Assert.Null(faces[0].Box);
    }

    [Fact]
    public void Boxes_come_from_the_table_in_the_folder_or_its_parent()
    {
        Add("train/afw_1");
        Add("train/afw_2");
        folder.Write("boxes.csv",
            "name,split,x,y,w,h,score,label,disagreement_pct\nafw_1,train,1.5,2,30,40,0.9,manual,\nafw_2,val,1,2,3,4,1,model,2\n");
        var faces = Read(DataSplit.Train);
        Assert.Equal(new FaceBox(1.5f, 2, 30, 40, 0.9f), faces[0].Box);
        Assert.Equal(["afw", "manual"], faces[0].Subsets);
        Assert.Null(faces[1].Box);
    }

    [Fact]
    public void Fields_of_a_table_of_boxes_may_be_quoted_and_have_spaces_around_them()
    {
        Add("train/afw, \"1\"");
        folder.Write("boxes.csv", "name, x, y, w, h\n\"afw, \"\"1\"\"\", 1.5, 2, 30, 40\n");
        Assert.Equal(new FaceBox(1.5f, 2, 30, 40, 1), Assert.Single(Read(DataSplit.Train)).Box);
    }

    [Theory]
    [InlineData("name,x\n", "boxes.csv:1")]
    [InlineData("name,x,y,w,h\na,1,2,3\n", "boxes.csv:2: 4 fields, 5 expected")]
    [InlineData("name,x,y,w,h\n\na,1,2,NaN,4\n", "boxes.csv:3: a finite number expected, not 'NaN'")]
    [InlineData("name,x,y,w,h\na,1,2,0,4\n", "boxes.csv:2")]
    [InlineData("name,x,y,w,h,x\na,1,2,3,4,5\n", "boxes.csv: not a table of comma-separated values: Col name 'x' found 2 times")]
    [InlineData("name,x,y,w,h\n\"a,1,2,3,4\nb,1,2,3,4\n", "boxes.csv:2: 1 fields, 5 expected")]
    public void A_bad_table_of_boxes_is_reported_with_the_line(string table, string expected)
    {
        Add("a");
        folder.Write("boxes.csv", table);
        Assert.Contains(expected, Fails(DataSplit.Train), StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_for_a_missing_folder_tells_where_to_get_the_data_and_its_layout()
    {
        var error = Assert.Throws<InputException>(() => set.Read(folder.File("nowhere"), new DataSetOptions()));
        Assert.Contains("nowhere: no such folder", error.Message, StringComparison.Ordinal);
        Assert.Contains("ibug.doc.ic.ac.uk", error.Message, StringComparison.Ordinal);
        Assert.Contains("lfpw/trainset", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_part_is_refused()
    {
        Add("train/afw_1");
        Assert.Contains("the test part is empty", Fails(DataSplit.Test), StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_annotations_are_fatal_or_left_out_and_counted()
    {
        Add("a");
        folder.Write("b.pts", Pts(67));
        folder.Write("b.jpg", "");
        folder.Write("c.pts", Pts(68).Replace("6 9.5", "NaN 9", StringComparison.Ordinal));
        folder.Write("c.jpg", "");
        folder.Write("d.pts", Pts(68));

        Assert.Contains("b.pts:71: 67 points, 68 expected.", Fails(DataSplit.Train), StringComparison.Ordinal);
        var bad = new BadRecords(fatal: false);
        Assert.Single(set.Read(folder.Path, new DataSetOptions { BadRecords = bad }));
        Assert.Equal(3, bad.Count);
        Assert.Contains("c.pts:9: two finite numbers expected, not 'NaN 9'.", bad.Messages[1], StringComparison.Ordinal);
        Assert.Contains("d.pts: no picture", bad.Messages[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_with_only_bad_records_is_refused_with_the_reason()
    {
        folder.Write("a.pts", Pts(68));
        var error = Assert.Throws<InputException>(
            () => set.Read(folder.Path, new DataSetOptions { BadRecords = new BadRecords(fatal: false) }));
        Assert.Contains("all 1 records are bad", error.Message, StringComparison.Ordinal);
        Assert.Contains("no picture", error.Message, StringComparison.Ordinal);
    }

    [SharedFact]
    public void All_shared_faces_are_read()
    {
        var train = set.Read(Repository.SharedFaces, new DataSetOptions());
        var test = set.Read(Repository.SharedFaces, new DataSetOptions { Split = DataSplit.Test });
        Assert.Equal((5061, 446), (train.Count, test.Count));
        Assert.All(train, face => Assert.NotNull(face.Box));
        Assert.Equal(146, test.Count(face => face.Subsets.Contains("manual")));
        Assert.Equal(46, test.Count(face => face.Subsets.Contains("afw")));
    }

    private static string Pts(int count) => "version: 1\nn_points: 68\n{\n"
        + string.Concat(Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i + 1} {i + 4.5f}\n")))
        + "}\n";

    private void Add(string name, string extension = ".jpg")
    {
        folder.Write(name + extension, "");
        folder.Write(name + ".pts", Pts(68));
    }

    private IReadOnlyList<AnnotatedFace> Read(DataSplit split) => set.Read(folder.Path, new DataSetOptions { Split = split });

    private string Fails(DataSplit split) => Assert.Throws<InputException>(() => Read(split)).Message;
}

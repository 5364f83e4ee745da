using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Tests.Data;

public sealed class AflwDataSetTests : IDisposable
{
    private const int Count = 3;

    private readonly TempFolder folder = new();
    private readonly AflwDataSet set = new();
    private readonly double[] points = [.. Enumerable.Range(0, 38 * Count).Select(i => i + 0.5)];
    private readonly double[] boxes = [11, 12, 13, 111, 112, 113, 21, 22, 23, 121, 122, 123];
    private readonly byte[] visible = [.. Enumerable.Repeat((byte)1, 19 * Count)];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_variables_become_faces_in_the_order_of_the_permutation(bool compressed)
    {
        visible[4 * Count + 2] = 0;
        Write(compressed);
        var faces = set.Read(folder.Path, new DataSetOptions());
        Assert.Equal(["0/c.jpg", "0/a.jpg", "0/b.jpg"],
            faces.Select(face => Path.GetRelativePath(folder.File("data/flickr"), face.ImagePath)));
        Assert.Equal(new Landmark(2 + 0.5f - 1, 19 * Count + 2 + 0.5f - 1, 1), faces[0].Points[0]);
        Assert.Equal(new Landmark(18 * Count + 2 + 0.5f - 1, 37 * Count + 2 + 0.5f - 1, 1), faces[0].Points[18]);
        Assert.Equal(new FaceBox(12, 22, 100, 100), faces[0].Box);
        Assert.Equal(100, faces[0].NormalizingLength);
        Assert.Equal([4], faces[0].Occluded.Index().Where(flag => flag.Item).Select(flag => flag.Index));
        Assert.DoesNotContain(true, faces[1].Occluded);
    }

    [Fact]
    public void A_number_that_is_not_finite_is_reported_with_its_face()
    {
        points[5 * Count + 1] = double.NaN;
        Write();
        var error = Assert.Throws<InputException>(() => set.Read(folder.Path, new DataSetOptions()));
        Assert.Contains("AFLWinfo_release.mat: face 2: a finite number expected, not NaN", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, set.Read(folder.Path, new DataSetOptions { BadRecords = new BadRecords(fatal: false) }).Count);
    }

    [Fact]
    public void The_test_part_starts_after_20000_faces()
    {
        Write();
        var error = Assert.Throws<InputException>(() => set.Read(folder.Path, new DataSetOptions { Split = DataSplit.Test }));
        Assert.Contains("the test part is empty", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_variable_is_named()
    {
        Directory.CreateDirectory(folder.File("data/flickr"));
        folder.Write("AFLWinfo_release.mat", new MatWriter(false).Numbers("other", 1, 1, [1]).ToArray());
        var error = Assert.Throws<InputException>(() => set.Read(folder.Path, new DataSetOptions()));
        Assert.Contains("no variable nameList", error.Message, StringComparison.Ordinal);
        Assert.Contains("mmlab.ie.cuhk.edu.hk", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_truncated_anywhere_is_refused_with_a_message()
    {
        foreach (var compressed in new[] { true, false })
        {
            Write(compressed);
            var whole = File.ReadAllBytes(folder.File("AFLWinfo_release.mat"));
            for (var length = 0; length < whole.Length - 8; length += 7)
            {
                folder.Write("AFLWinfo_release.mat", whole[..length]);
                var error = Assert.Throws<InputException>(() => set.Read(folder.Path, new DataSetOptions()));
                Assert.Contains("AFLWinfo_release.mat", error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_missing_folder_of_pictures_is_named()
    {
        folder.Write("AFLWinfo_release.mat", "");
        var error = Assert.Throws<InputException>(() => set.Read(folder.Path, new DataSetOptions()));
        Assert.Contains("flickr: no such folder", error.Message, StringComparison.Ordinal);
    }

    private void Write(bool compressed = true)
    {
        foreach (var name in new[] { "a", "b", "c" })
            folder.Write($"data/flickr/0/{name}.jpg", "");
        folder.Write("AFLWinfo_release.mat", new MatWriter(compressed)
            .Texts("nameList", ["0/a.jpg", "0/b.jpg", "0/c.jpg"])
            .Numbers("data", Count, 38, points)
            .Numbers("bbox", Count, 4, boxes)
            .Bytes("mask_new", Count, 19, visible)
            .Bytes("ra", 1, Count, [3, 1, 2])
            .ToArray());
    }
}

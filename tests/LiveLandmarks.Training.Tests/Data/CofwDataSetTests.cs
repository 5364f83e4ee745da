using LiveLandmarks.Training.Data;
using OpenCvSharp;

namespace LiveLandmarks.Training.Tests.Data;

public sealed class CofwDataSetTests : IDisposable
{
    private const int Count = 3;
    private const int Width = 5;
    private const int Height = 4;

    private readonly TempFolder folder = new();
    private readonly CofwDataSet set = new();
    private readonly double[] points = [.. Enumerable.Range(0, 87 * Count).Select(i => i < 58 * Count ? i + 0.5 : 0)];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_variables_of_the_file_become_faces()
    {
        points[(58 + 7) * Count + 2] = 1;
        Write("train", "Tr");
        var faces = set.Read(folder.Path, new DataSetOptions());
        Assert.Equal(Count, faces.Count);
        Assert.Equal(new Landmark(1 + 0.5f - 1, 29 * Count + 1 + 0.5f - 1, 1), faces[1].Points[0]);
        Assert.Equal(new Landmark(28 * Count + 1 + 0.5f - 1, 57 * Count + 1 + 0.5f - 1, 1), faces[1].Points[28]);
        Assert.Equal(new FaceBox(9, 19, 30, 40), faces[1].Box);
        Assert.Empty(faces[1].Subsets);
        Assert.Equal(["occluded"], faces[2].Subsets);
        Assert.Equal([7], faces[2].Occluded.Index().Where(flag => flag.Item).Select(flag => flag.Index));
        Assert.EndsWith("COFW_train_color.mat: face 3", faces[2].Source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pictures_are_written_out_without_loss()
    {
        Write("test", "T");
        var faces = set.Read(folder.Path, new DataSetOptions { Split = DataSplit.Test });
        foreach (var face in faces)
        {
            var colored = !face.ImagePath.EndsWith("test_0001.png", StringComparison.Ordinal);
            using var image = Cv2.ImRead(face.ImagePath);
            Assert.Equal(new Size(Width, Height), image.Size());
            for (var y = 0; y < Height; y++)
            {
                for (var x = 0; x < Width; x++)
                    Assert.Equal(colored
                        ? new Vec3b((byte)(200 + y), (byte)(100 + x), (byte)(10 * x + y))
                        : new Vec3b((byte)(10 * x + y), (byte)(10 * x + y), (byte)(10 * x + y)), image.At<Vec3b>(y, x));
            }
        }
        Assert.Equal(Count, Directory.GetFiles(folder.File("images")).Length);
    }

    [Fact]
    public void Existing_pictures_are_not_overwritten()
    {
        Write("train", "Tr");
        folder.Write("images/train_0002.png", "mine");
        set.Read(folder.Path, new DataSetOptions());
        Assert.Equal("mine", File.ReadAllText(folder.File("images/train_0002.png")));
    }

    [Fact]
    public void A_number_that_is_not_finite_is_reported_with_its_face()
    {
        points[3 * Count] = double.PositiveInfinity;
        Write("train", "Tr");
        var error = Assert.Throws<InputException>(() => set.Read(folder.Path, new DataSetOptions()));
        Assert.Contains("COFW_train_color.mat: face 1: a finite number expected", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, set.Read(folder.Path, new DataSetOptions { BadRecords = new BadRecords(fatal: false) }).Count);
    }

    [Fact]
    public void A_file_truncated_anywhere_is_refused_with_a_message()
    {
        Write("train", "Tr");
        var whole = File.ReadAllBytes(folder.File("COFW_train_color.mat"));
        for (var length = 0; length < whole.Length - 8; length += 97)
        {
            folder.Write("COFW_train_color.mat", whole[..length]);
            var error = Assert.Throws<InputException>(() => set.Read(folder.Path, new DataSetOptions()));
            Assert.Contains("COFW_train_color.mat: not a MATLAB 7.3 file", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_damaged_file_gives_faces_or_an_input_error_but_never_another_exception()
    {
        Write("train", "Tr");
        var whole = File.ReadAllBytes(folder.File("COFW_train_color.mat"));
        for (var at = 512; at < whole.Length; at += 13)
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 0xA5;
            folder.Write("COFW_train_color.mat", damaged);
            if (Directory.Exists(folder.File("images")))
                Directory.Delete(folder.File("images"), recursive: true);
            if (Record.Exception(() => set.Read(folder.Path, new DataSetOptions())) is { } error)
                Assert.IsType<InputException>(error);
        }
    }

    [Fact]
    public void An_array_larger_than_the_file_can_hold_is_refused_before_memory_is_allocated()
    {
        Write("train", "Tr");
        var file = File.ReadAllBytes(folder.File("COFW_train_color.mat"));
        // Changes the dimensions of the points, which are stored in chunks, from 87 rows to 20 million.
        var at = file.AsSpan().IndexOf((byte[])[87, 0, 0, 0, 0, 0, 0, 0, Count, 0, 0, 0, 0, 0, 0, 0]);
        BitConverter.TryWriteBytes(file.AsSpan(at), 20_000_000L);
        folder.Write("COFW_train_color.mat", file);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("larger than a file of this size can hold",
            Assert.Throws<InputException>(() => set.Read(folder.Path, new DataSetOptions())).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void The_error_for_a_missing_file_tells_where_to_get_it()
    {
        var error = Assert.Throws<InputException>(() => set.Read(folder.Path, new DataSetOptions()));
        Assert.Contains("COFW_train_color.mat: no such file", error.Message, StringComparison.Ordinal);
        Assert.Contains("data.caltech.edu", error.Message, StringComparison.Ordinal);
    }

    private void Write(string part, string suffix)
    {
        var writer = new Hdf5Writer();
        byte[] red = [.. Enumerable.Range(0, Width * Height).Select(i => (byte)(10 * (i / Height) + i % Height))];
        byte[] green = [.. Enumerable.Range(0, Width * Height).Select(i => (byte)(100 + i / Height))];
        byte[] blue = [.. Enumerable.Range(0, Width * Height).Select(i => (byte)(200 + i % Height))];
        long[] pictures =
        [
            writer.Bytes(null, [Width, Height], red),
            writer.Bytes(null, [3, Width, Height], [.. red, .. green, .. blue], Hdf5Writer.Storage.Chunked),
            writer.Bytes(null, [3, Width, Height], [.. red, .. green, .. blue]),
        ];
        writer.References("Is" + suffix, [1, Count], pictures);
        writer.Doubles("phis" + suffix, [87, Count], points, Hdf5Writer.Storage.Chunked);
        writer.Doubles("bboxes" + suffix, [4, Count], [10, 10, 10, 20, 20, 20, 30, 30, 30, 40, 40, 40]);
        folder.Write($"COFW_{part}_color.mat", writer.ToArray());
    }
}

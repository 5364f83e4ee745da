using LiveLandmarks.Training.Data;
using OpenCvSharp;

namespace LiveLandmarks.Training.Tests.Data;

public sealed class BatchLoaderTests : IDisposable
{
    private static readonly LoaderOptions Small = new() { BatchSize = 4, InputSize = 64, MapSize = 16, Seed = 3, Workers = 2 };

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_batch_has_the_shapes_that_its_properties_give()
    {
        using var loader = new BatchLoader(Pictures.Drawn(folder, 6), new LoaderOptions { BatchSize = 2 });
        var batch = loader.Next(0);
        Assert.Equal((2, 256, 64, 69), (batch.Count, batch.InputSize, batch.MapSize, batch.Channels));
        Assert.Equal((2 * 3 * 256 * 256, 2 * 68 * 3, 2 * 64 * 64), (batch.Images.Length, batch.Points.Length, batch.Boundary.Length));
        Assert.InRange(batch.Images.Max(), 0.3f, 1);
        Assert.InRange(batch.Boundary.Max(), 0.9f, 1);
        Assert.InRange(batch.Points.Average(), 16, 48);
        Assert.Empty(batch.Heatmaps);
        Assert.Equal((6, 3L), (loader.EpochLength, loader.StepsPerEpoch));
    }

    [Fact]
    public void The_content_depends_only_on_seed_and_step_not_on_workers_or_earlier_calls()
    {
        var faces = Pictures.Drawn(folder, 10);
        using var one = new BatchLoader(faces, Small with { Workers = 1, Prefetch = 1, Caching = PictureCaching.None });
        using var many = new BatchLoader(faces, Small with { Workers = 4, Prefetch = 7 });
        using var resumed = new BatchLoader(faces, Small);
        var expected = Enumerable.Range(0, 12).Select(step => Content(one, step)).ToList();
        for (var step = 0; step < 12; step++)
            Assert.Equal(expected[step], Content(many, step));
        foreach (var step in new[] { 7, 8, 2, 3, 4, 11, 0, 7 })
            Assert.Equal(expected[step], Content(resumed, step));
        using var other = new BatchLoader(faces, Small with { Seed = 4 });
        Assert.NotEqual(expected[0], Content(other, 0));
    }

    [Fact]
    public void Without_a_boundary_map_its_array_is_empty()
    {
        using var loader = new BatchLoader(Pictures.Drawn(folder, 6), Small with { Boundary = false });
        var batch = loader.Next(0);
        Assert.Empty(batch.Boundary);
        Assert.Equal(68, batch.Channels);
    }

    [Fact]
    public void Faces_of_a_subset_can_be_used_more_often()
    {
        var faces = Pictures.Drawn(folder, 5).Select((face, i) => face with { Subsets = i < 2 ? ["manual"] : ["model"] }).ToList();
        using var loader = new BatchLoader(faces, Small with { Copies = new Dictionary<string, int> { ["manual"] = 4 } });
        Assert.Equal(2 * 4 + 3, loader.EpochLength);
        using var none = new BatchLoader(faces, Small);
        Assert.Equal(5, none.EpochLength);
    }

    [Fact]
    public void Batches_are_reused()
    {
        using var loader = new BatchLoader(Pictures.Drawn(folder, 6), Small);
        var seen = new HashSet<Batch>();
        for (var step = 0; step < 60; step++)
        {
            var batch = loader.Next(step);
            seen.Add(batch);
            loader.Return(batch);
        }
        Assert.InRange(seen.Count, 1, Small.Prefetch + Small.Workers + 2);
    }

    [Fact]
    public void Without_shuffling_and_augmentation_the_list_repeats_in_order()
    {
        var faces = Pictures.Drawn(folder, 4);
        using var loader = new BatchLoader(faces, Small with { Shuffle = false, Augmentation = Augmentation.None });
        var first = Content(loader, 0);
        Assert.Equal(first, Content(loader, 1));
        using var reversed = new BatchLoader([.. faces.Reverse()], Small with { Shuffle = false, Augmentation = Augmentation.None });
        Assert.NotEqual(first, Content(reversed, 0));
    }

    [Fact]
    public void A_truncated_picture_is_an_error_with_its_name_and_the_loader_stays_usable()
    {
        var faces = Pictures.Drawn(folder, 6);
        CutOff(faces[2].ImagePath);
        using var loader = new BatchLoader(faces, Small with { Shuffle = false });
        var error = Assert.Throws<InputException>(() => loader.Next(0));
        Assert.Contains($"{faces[2].ImagePath}: the picture is truncated", error.Message, StringComparison.Ordinal);
        Assert.NotNull(loader.Next(4));
        Assert.Throws<InputException>(() => loader.Next(0));
    }

    [Fact]
    public void A_truncated_picture_is_replaced_by_the_next_and_reported_if_the_options_allow_it()
    {
        var faces = Pictures.Drawn(folder, 6);
        CutOff(faces[2].ImagePath);
        var options = Small with { Shuffle = false, SkipBadPictures = true, Augmentation = Augmentation.None };
        using var loader = new BatchLoader(faces, options);
        using var without = new BatchLoader([faces[0], faces[1], faces[3], faces[3]], options);
        Assert.Equal(Content(without, 0), Content(loader, 0));
        for (var step = 1; step < 6; step++)
            loader.Return(loader.Next(step));
        Assert.Contains(faces[2].ImagePath, Assert.Single(loader.Replaced), StringComparison.Ordinal);
    }

    [Fact]
    public void If_no_picture_can_be_read_the_loader_fails_instead_of_searching_forever()
    {
        var faces = Pictures.Drawn(folder, 3);
        foreach (var face in faces)
            CutOff(face.ImagePath);
        using var loader = new BatchLoader(faces, Small with { SkipBadPictures = true });
        Assert.Throws<InputException>(() => loader.Next(0));
    }

    [Fact]
    public void An_empty_set_and_a_set_of_mixed_schemes_are_refused()
    {
        var error = Assert.Throws<InputException>(() => new BatchLoader([], Small));
        Assert.Contains("the training set is empty", error.Message, StringComparison.OrdinalIgnoreCase);
        var face = Pictures.Face();
        error = Assert.Throws<InputException>(
            () => new BatchLoader([face, face with { Scheme = LandmarkScheme.Wflw98, Source = "list:7" }], Small));
        Assert.Contains("list:7: landmarks of wflw98 among those of ibug68", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Balancing_makes_an_epoch_longer()
    {
        var faces = Pictures.Drawn(folder, 40);
        using var loader = new BatchLoader(faces, Small with { Balance = new PoseBalance() });
        Assert.True(loader.EpochLength > faces.Count);
        Assert.NotNull(loader.Next(0));
    }

    [Fact]
    public void The_loader_can_be_disposed_at_any_time()
    {
        var faces = Pictures.Drawn(folder, 6);
        new BatchLoader(faces, Small).Dispose();
        var loader = new BatchLoader(faces, Small with { Prefetch = 8 });
        var batch = loader.Next(0);
        loader.Dispose();
        loader.Dispose();
        loader.Return(batch);
        Assert.Throws<ObjectDisposedException>(() => loader.Next(1));
    }

    [Fact]
    public void A_sheet_of_a_batch_shows_crops_and_targets()
    {
        using var loader = new BatchLoader(Pictures.Drawn(folder, 6), Small);
        var batch = loader.Next(0);
        var targets = new float[batch.Count * batch.Channels * batch.MapSize * batch.MapSize];
        targets[0] = 1;
        using var sheet = BatchSheet.Draw(batch, targets, 68, 3, boundary: true);
        Assert.Equal((4 * 64, 3 * 64), (sheet.Rows, sheet.Cols));
        Assert.True(sheet.At<Vec3b>(64, 0).Item1 > 127, "The first cell of the first map is green.");
    }

    private static void CutOff(string path)
    {
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
    }

    private static string Content(BatchLoader loader, long step)
    {
        var batch = loader.Next(step);
        var hash = System.Security.Cryptography.SHA256.HashData(
            System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>([.. batch.Images, .. batch.Points, .. batch.Boundary]));
        loader.Return(batch);
        return Convert.ToHexString(hash);
    }
}

using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Tests.Training;

public class CheckpointFileTests
{
    private static readonly TrainingOptions Options = TrainingPresets.Load("cpu-lite");

    [Fact]
    public void A_checkpoint_is_read_as_it_was_written()
    {
        using var folder = new TempFolder();
        var path = folder.File("last.ckpt");
        CheckpointFile.Save(path, Checkpoint(7));
        var read = CheckpointFile.Load(path);
        Assert.Equal((7, 0.25, Options.ToJson()), (read.Step, read.Best, read.Options.ToJson()));
        Assert.Equal(["weight", "count"], read.Model.Select(tensor => tensor.Name));
        Assert.Equal([2L, 3], read.Model[0].Shape);
        Assert.Equal([0f, -1.5f, 7, 3, 4, 5], (float[])read.Model[0].Values);
        Assert.Empty(read.Model[1].Shape);
        Assert.Equal([42L], (long[])read.Model[1].Values);
        Assert.Empty(read.Average);
        Assert.Equal("0.step", Assert.Single(read.Optimizer).Name);
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_disk_that_is_full_leaves_the_previous_checkpoint_and_no_rubbish()
    {
        using var folder = new TempFolder();
        var path = folder.File("last.ckpt");
        CheckpointFile.Save(path, Checkpoint(1));
        var error = Assert.Throws<OutputException>(() => CheckpointFile.Save(path, Checkpoint(2), name => new FullDisk(name)));
        Assert.Contains("No space left", error.Message, StringComparison.Ordinal);
        Assert.Contains("previous one is intact", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, CheckpointFile.Load(path).Step);
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_folder_that_is_gone_is_reported_with_its_name()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "gone", "last.ckpt");
        Assert.StartsWith(path, Assert.Throws<OutputException>(() => CheckpointFile.Save(path, Checkpoint(1))).Message, StringComparison.Ordinal);
        Assert.StartsWith(path, Assert.Throws<TrainingException>(() => CheckpointFile.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_are_no_numbers_are_never_written()
    {
        using var folder = new TempFolder();
        var path = folder.File("last.ckpt");
        CheckpointFile.Save(path, Checkpoint(1));
        var broken = Checkpoint(2) with { Average = [new StoredTensor("m0.weight", [1], new[] { float.NaN })] };
        Assert.Contains("m0.weight", Assert.Throws<TrainingException>(() => CheckpointFile.Save(path, broken)).Message, StringComparison.Ordinal);
        Assert.Equal(1, CheckpointFile.Load(path).Step);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(45)]
    [InlineData(-1)]
    public void A_checkpoint_that_is_cut_off_is_refused(int length)
    {
        using var folder = new TempFolder();
        var path = folder.File("last.ckpt");
        CheckpointFile.Save(path, Checkpoint(1));
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(length < 0 ? bytes.Length + length : length)]);
        Assert.StartsWith(path, Assert.Throws<TrainingException>(() => CheckpointFile.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_wrong_bit_anywhere_is_found()
    {
        using var folder = new TempFolder();
        var path = folder.File("last.ckpt");
        CheckpointFile.Save(path, Checkpoint(1));
        var bytes = File.ReadAllBytes(path);
        for (var i = 0; i < bytes.Length; i += 13)
        {
            bytes[i] ^= 4;
            File.WriteAllBytes(path, bytes);
            Assert.Throws<TrainingException>(() => CheckpointFile.Load(path));
            bytes[i] ^= 4;
        }
    }

    /// <summary>A checksum that fits says that a file is as it was written, not that it was written in good faith.</summary>
    [Fact]
    public void Sizes_that_are_wrong_under_a_checksum_that_fits_are_found()
    {
        using var folder = new TempFolder();
        var path = folder.File("last.ckpt");
        CheckpointFile.Save(path, Checkpoint(1));
        var whole = File.ReadAllBytes(path)[..^32];
        for (var i = 4; i < whole.Length; i++)
        {
            foreach (var value in (byte[])[0x7F, 0xFF])
            {
                var changed = (byte[])whole.Clone();
                changed[i] = value;
                File.WriteAllBytes(path, [.. changed, .. System.Security.Cryptography.SHA256.HashData(changed)]);
                if (Record.Exception(() => CheckpointFile.Load(path)) is { } error)
                    Assert.IsType<TrainingException>(error);
            }
        }
    }

    private static Checkpoint Checkpoint(long step) => new()
    {
        Options = Options,
        Step = step,
        Best = 0.25,
        Model = [new StoredTensor("weight", [2, 3], new[] { 0, -1.5f, 7, 3, 4, 5 }), new StoredTensor("count", [], new[] { 42L })],
        Average = [],
        Optimizer = [new StoredTensor("0.step", [], new[] { step })],
    };

    /// <summary>A file on a disk with 100 bytes left.</summary>
    private sealed class FullDisk(string path) : FileStream(path, FileMode.Create)
    {
        public override void Write(byte[] array, int offset, int count)
        {
            RequireSpace(count);
            base.Write(array, offset, count);
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            RequireSpace(buffer.Length);
            base.Write(buffer);
        }

        private void RequireSpace(int count)
        {
            if (Position + count > 100)
                throw new IOException("No space left on device");
        }
    }
}

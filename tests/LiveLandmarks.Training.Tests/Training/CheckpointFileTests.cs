using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Tests.Training;

public class CheckpointFileTests
{
    private static readonly TrainingOptions Options = TrainingPresets.Load("cpu-lite");

    // Written by a version of the program that did not use safetensors yet.
    private static readonly byte[] FirstVersion =
        File.ReadAllBytes(Path.Combine(Repository.Root, "tests/LiveLandmarks.Training.Tests/Training/fixtures/version1.ckpt"));

    [Fact]
    public void A_checkpoint_is_read_as_it_was_written()
    {
        using var folder = new TempFolder();
        var path = folder.File("last.ckpt");
        CheckpointFile.Save(path, Checkpoint(7));
        ShouldBeWhole(CheckpointFile.Load(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_checkpoint_of_the_first_version_is_read()
    {
        using var folder = new TempFolder();
        ShouldBeWhole(CheckpointFile.Load(folder.Write("old.ckpt", FirstVersion)));
    }

    [Fact]
    public void A_best_figure_of_infinity_is_kept()
    {
        using var folder = new TempFolder();
        CheckpointFile.Save(folder.File("last.ckpt"), Checkpoint(7) with { Best = double.PositiveInfinity });
        Assert.Equal(double.PositiveInfinity, CheckpointFile.Load(folder.File("last.ckpt")).Best);
    }

    /// <summary>Checks the requirements of the safetensors reader: a header of known length, metadata of strings, and aligned tensors that
    /// cover the rest without gaps.</summary>
    [Fact]
    public void A_checkpoint_is_a_safetensors_file()
    {
        using var folder = new TempFolder();
        CheckpointFile.Save(folder.File("last.ckpt"), Checkpoint(7));
        var bytes = File.ReadAllBytes(folder.File("last.ckpt"));
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        Assert.Equal(0, (8 + length) % 8);
        using var json = JsonDocument.Parse(bytes.AsMemory(8, length));
        Assert.All(json.RootElement.GetProperty("__metadata__").EnumerateObject(),
            entry => Assert.Equal(JsonValueKind.String, entry.Value.ValueKind));
        var end = 0;
        var tensors = json.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__")
            .OrderBy(entry => entry.Value.GetProperty("data_offsets")[0].GetInt32());
        foreach (var tensor in tensors)
        {
            var (width, offsets) = (tensor.Value.GetProperty("dtype").GetString() == "F32"
                ? 4
                : 8, tensor.Value.GetProperty("data_offsets"));
            Assert.Equal(end, offsets[0].GetInt32());
            Assert.Equal(0, end % width);
            end = offsets[1].GetInt32();
            Assert.Equal(width * tensor.Value.GetProperty("shape").EnumerateArray().Aggregate(
                1, (product, size) => product * size.GetInt32()), end - offsets[0].GetInt32());
        }
        Assert.Equal(bytes.Length, 8 + length + end);
        Assert.Equal(["model.count", "optimizer.0.step", "model.weight"], tensors.Select(tensor => tensor.Name));
        Assert.Equal(-1.5f, BitConverter.ToSingle(bytes, bytes.Length - 5 * 4));
    }

    [Fact]
    public void A_full_disk_leaves_the_previous_checkpoint_and_no_temporary_files()
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
    public void A_missing_folder_is_reported_with_the_path()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "gone", "last.ckpt");
        Assert.StartsWith(path, Assert.Throws<OutputException>(() => CheckpointFile.Save(path, Checkpoint(1))).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(path, Assert.Throws<TrainingException>(() => CheckpointFile.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_are_not_finite_are_never_written()
    {
        using var folder = new TempFolder();
        var path = folder.File("last.ckpt");
        CheckpointFile.Save(path, Checkpoint(1));
        var broken = Checkpoint(2) with { Average = [new StoredTensor("m0.weight", [1], new[] { float.NaN })] };
        Assert.Contains("m0.weight", Assert.Throws<TrainingException>(() => CheckpointFile.Save(path, broken)).Message,
            StringComparison.Ordinal);
        Assert.Equal(1, CheckpointFile.Load(path).Step);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(20)]
    [InlineData(45)]
    [InlineData(-1)]
    public void A_truncated_checkpoint_is_refused(int length)
    {
        using var folder = new TempFolder();
        foreach (var whole in Versions(folder))
        {
            var path = folder.Write("last.ckpt", whole[..(length < 0 ? whole.Length + length : length)]);
            Assert.StartsWith(path, Assert.Throws<TrainingException>(() => CheckpointFile.Load(path)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_single_wrong_bit_anywhere_is_detected()
    {
        using var folder = new TempFolder();
        foreach (var bytes in Versions(folder))
        {
            for (var i = 0; i < bytes.Length; i += 13)
            {
                bytes[i] ^= 4;
                var path = folder.Write("last.ckpt", bytes);
                Assert.Throws<TrainingException>(() => CheckpointFile.Load(path));
                bytes[i] ^= 4;
            }
        }
    }

    /// <summary>A valid checksum shows that a file is unchanged, not that its content is valid.</summary>
    [Fact]
    public void A_changed_checkpoint_with_a_valid_checksum_loads_or_is_refused()
    {
        using var folder = new TempFolder();
        foreach (var whole in Versions(folder))
        {
            for (var i = 0; i < whole.Length; i++)
            {
                foreach (var value in (byte[])[0x7F, 0xFF, (byte)'9'])
                {
                    var changed = (byte[])whole.Clone();
                    changed[i] = value;
                    CheckpointChecksum.Mend(changed);
                    var path = folder.Write("last.ckpt", changed);
                    if (Record.Exception(() => CheckpointFile.Load(path)) is { } error)
                        Assert.IsType<TrainingException>(error);
                }
            }
        }
    }

    [Theory]
    [InlineData("\"shape\":[2,3]", "\"shape\":[2,4]", "24 bytes for the shape [2, 4]")]
    [InlineData("\"shape\":[2,3]", "\"shape\":[9,9]", "has the shape [9, 9], which is more than the file holds")]
    [InlineData("\"data_offsets\":[16,40]", "\"data_offsets\":[16,99]", "model.weight lies from 16 to 99")]
    [InlineData("\"data_offsets\":[16,40]", "\"data_offsets\":[ 8,40]", "model.weight lies from 8 to 40")]
    [InlineData("\"dtype\":\"F32\"", "\"dtype\":\"F16\"", "unknown type F16")]
    [InlineData("\"checkpoint\":\"2\"", "\"checkpoint\":\"3\"", "has version 3")]
    [InlineData("model.count", "model.other", null)]
    [InlineData("optimizer.0.step", "model.weight\":1,\"", "damaged")]
    public void A_wrong_header_is_refused_with_the_reason(string written, string instead, string? message)
    {
        using var folder = new TempFolder();
        CheckpointFile.Save(folder.File("whole.ckpt"), Checkpoint(7));
        // One byte per character.
        var bytes = Encoding.Latin1.GetBytes(
            Encoding.Latin1.GetString(File.ReadAllBytes(folder.File("whole.ckpt")))
            .Replace(written, instead.PadRight(written.Length), StringComparison.Ordinal));
        CheckpointChecksum.Mend(bytes);
        var path = folder.Write("last.ckpt", bytes);
        if (message is null)
            CheckpointFile.Load(path);
        else
            Assert.Contains(message, Assert.Throws<TrainingException>(() => CheckpointFile.Load(path)).Message, StringComparison.Ordinal);
    }

    private static List<byte[]> Versions(TempFolder folder)
    {
        CheckpointFile.Save(folder.File("whole.ckpt"), Checkpoint(1));
        return [File.ReadAllBytes(folder.File("whole.ckpt")), (byte[])FirstVersion.Clone()];
    }

    private static void ShouldBeWhole(Checkpoint read)
    {
        Assert.Equal((7, 0.25, Options.ToJson()), (read.Step, read.Best, read.Options.ToJson()));
        Assert.Equal(["weight", "count"], read.Model.Select(tensor => tensor.Name));
        Assert.Equal([2L, 3], read.Model[0].Shape);
        Assert.Equal([0f, -1.5f, 7, 3, 4, 5], (float[])read.Model[0].Values);
        Assert.Empty(read.Model[1].Shape);
        Assert.Equal([42L], (long[])read.Model[1].Values);
        Assert.Empty(read.Average);
        Assert.Equal("0.step", Assert.Single(read.Optimizer).Name);
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

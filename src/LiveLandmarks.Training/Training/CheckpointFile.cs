using System.Security.Cryptography;
using System.Text;
using LiveLandmarks.Output;

namespace LiveLandmarks.Training.Training;

/// <summary>Reads and writes checkpoints, so that a file is either whole or not there.</summary>
/// <remarks>
/// The format: <c>LLCK</c>; version (int32); steps done (int64); best figure (double); options (string, JSON);
/// three lists of tensors, each a number (int32) and its tensors; the SHA-256 of all that. A tensor is its name (string);
/// <c>0</c> for float32 or <c>1</c> for int64 (byte); the number of dimensions (byte); the dimensions (int64 each); the values.
/// Numbers are little-endian, strings as <see cref="BinaryWriter"/> has them.
/// </remarks>
public static class CheckpointFile
{
    private const int Version = 1;
    private const int HashLength = 32;

    private static ReadOnlySpan<byte> Magic => "LLCK"u8;

    /// <summary>Writes a checkpoint beside its place, then moves it there; a checkpoint that was there stays until then.</summary>
    /// <param name="path">The file.</param>
    /// <param name="checkpoint">What to write.</param>
    /// <exception cref="TrainingException">It holds numbers that are not finite; a previous file is untouched.</exception>
    /// <exception cref="OutputException">It cannot be written; a previous file is untouched.</exception>
    public static void Save(string path, Checkpoint checkpoint) => Save(path, checkpoint, File.Create);

    /// <summary>Reads a checkpoint.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="TrainingException">It cannot be read, is no checkpoint, is cut off or damaged.</exception>
    public static Checkpoint Load(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            RequireIntact(file, path);
            using var reader = new BinaryReader(file, Encoding.UTF8);
            return Read(reader, path);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or ArgumentException)
        {
            throw new TrainingException($"{path}: the checkpoint is damaged: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrainingException($"{path}: the checkpoint cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Writes a checkpoint to a stream that the caller makes.</summary>
    internal static void Save(string path, Checkpoint checkpoint, Func<string, Stream> create)
    {
        if (checkpoint.Model.Concat(checkpoint.Average).Concat(checkpoint.Optimizer).FirstOrDefault(tensor => !tensor.IsFinite) is { } broken)
            throw new TrainingException($"{broken.Name} holds values that are not finite; no checkpoint is written.");
        try
        {
            using var scratch = ScratchFile.Beside(path);
            using (var file = create(scratch.Path))
                Write(file, checkpoint);
            scratch.MoveTo(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{path}: the checkpoint cannot be written, the previous one is intact: {e.Message}", e);
        }
    }

    private static void Write(Stream file, Checkpoint checkpoint)
    {
        using var hash = SHA256.Create();
        using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
        using (var writer = new BinaryWriter(hashed, Encoding.UTF8))
        {
            writer.Write(Magic);
            writer.Write(Version);
            writer.Write(checkpoint.Step);
            writer.Write(checkpoint.Best);
            writer.Write(checkpoint.Options.ToJson());
            foreach (var tensors in (IReadOnlyList<StoredTensor>[])[checkpoint.Model, checkpoint.Average, checkpoint.Optimizer])
                TensorSerializer.Write(writer, tensors);
        }
        file.Write(hash.Hash);
        if (file is FileStream onDisk)
            onDisk.Flush(flushToDisk: true);
    }

    private static void RequireIntact(FileStream file, string path)
    {
        Span<byte> magic = stackalloc byte[Magic.Length];
        if (file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length || !magic.SequenceEqual(Magic))
            throw new TrainingException($"{path}: not a checkpoint.");
        if (file.Length < Magic.Length + sizeof(int) + HashLength)
            throw new TrainingException($"{path}: the checkpoint is cut off.");
        file.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        for (var left = file.Length - HashLength; left > 0;)
        {
            var count = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            hash.AppendData(buffer, 0, count);
            left -= count;
        }
        Span<byte> stored = stackalloc byte[HashLength];
        file.ReadExactly(stored);
        if (!stored.SequenceEqual(hash.GetHashAndReset()))
            throw new TrainingException($"{path}: the checkpoint is cut off or damaged: its checksum does not fit.");
        file.Position = Magic.Length;
    }

    private static Checkpoint Read(BinaryReader reader, string path)
    {
        var version = reader.ReadInt32();
        if (version != Version)
            throw new TrainingException($"{path}: the checkpoint has version {version}; this program reads version {Version}.");
        var (step, best) = (reader.ReadInt64(), reader.ReadDouble());
        return new Checkpoint
        {
            Step = step,
            Best = best,
            Options = TrainingOptions.Parse(reader.ReadString(), path),
            Model = TensorSerializer.Read(reader),
            Average = TensorSerializer.Read(reader),
            Optimizer = TensorSerializer.Read(reader),
        };
    }
}

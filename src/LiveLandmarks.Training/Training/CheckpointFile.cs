using System.Globalization;
using System.Text.Json;
using LiveLandmarks.Output;

namespace LiveLandmarks.Training.Training;

/// <summary>Reads and writes checkpoints; a file is either complete or missing.</summary>
/// <remarks>
/// A checkpoint is a safetensors file, which Python's <c>safetensors</c> opens: the tensors are named <c>model.…</c>, <c>average.…</c> and
/// <c>optimizer.…</c>; the metadata is <c>checkpoint</c> (the version, 2), <c>step</c> (steps done), <c>best</c> (the best figure) and
/// <c>options</c> (JSON). Files of version 1, a format of this program's own, can also be read.
/// </remarks>
public static class CheckpointFile
{
    private const string Version = "2";
    private const string Model = "model.", Average = "average.", Optimizer = "optimizer.";

    /// <summary>Writes a checkpoint to a temporary file beside its path, then moves it there; until then, an existing checkpoint
    /// stays.</summary>
    /// <param name="path">The file.</param>
    /// <param name="checkpoint">What to write.</param>
    /// <exception cref="TrainingException">The checkpoint holds values that are not finite; a previous file is untouched.</exception>
    /// <exception cref="OutputException">The file cannot be written; a previous file is untouched.</exception>
    public static void Save(string path, Checkpoint checkpoint) => Save(path, checkpoint, File.Create);

    /// <summary>Reads a checkpoint.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="TrainingException">The file cannot be read, is not a checkpoint, is cut off or damaged.</exception>
    public static Checkpoint Load(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> start = stackalloc byte[9];
            start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
            file.Position = 0;
            if (FirstCheckpointFormat.HasFormat(start))
                return FirstCheckpointFormat.Read(file, path);
            return SafeTensorsFile.HasFormat(start) ? Read(file, path) : throw new TrainingException($"{path}: not a checkpoint.");
        }
        catch (Exception e) when (
            e is InvalidDataException or EndOfStreamException or FormatException or OverflowException or ArgumentException
            or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // The last three mean JSON of another structure than expected.
            throw new TrainingException($"{path}: the checkpoint is cut off or damaged: {e.Message}", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new TrainingException($"{path}: no such file; a training writes best.ckpt and last.ckpt to its folder.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrainingException($"{path}: the checkpoint cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Writes a checkpoint to a stream that <paramref name="create"/> opens.</summary>
    internal static void Save(string path, Checkpoint checkpoint, Func<string, Stream> create)
    {
        if (checkpoint.Model.Concat(checkpoint.Average).Concat(checkpoint.Optimizer).FirstOrDefault(
            tensor => !tensor.IsFinite) is { } broken)
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
        var metadata = new Dictionary<string, string>
        {
            ["checkpoint"] = Version,
            ["step"] = checkpoint.Step.ToString(CultureInfo.InvariantCulture),
            ["best"] = checkpoint.Best.ToString("R", CultureInfo.InvariantCulture),
            ["options"] = checkpoint.Options.ToJson(),
        };
        new SafeTensorsFile(metadata,
            [.. Named(checkpoint.Model, Model), .. Named(checkpoint.Average, Average), .. Named(checkpoint.Optimizer, Optimizer)])
            .Write(file);
        if (file is FileStream onDisk)
            onDisk.Flush(flushToDisk: true);
    }

    private static Checkpoint Read(FileStream file, string path)
    {
        var (metadata, tensors) = SafeTensorsFile.Read(file);
        if (metadata["checkpoint"] != Version)
            throw new TrainingException(
                $"{path}: the checkpoint has version {metadata["checkpoint"]}; this program reads versions 1 and {Version}.");
        return new Checkpoint
        {
            Step = long.Parse(metadata["step"], CultureInfo.InvariantCulture),
            Best = double.Parse(metadata["best"], CultureInfo.InvariantCulture),
            Options = TrainingOptions.Parse(metadata["options"], path),
            Model = Of(tensors, Model),
            Average = Of(tensors, Average),
            Optimizer = Of(tensors, Optimizer),
        };
    }

    private static IEnumerable<StoredTensor> Named(IEnumerable<StoredTensor> tensors, string prefix) =>
        tensors.Select(tensor => tensor with { Name = prefix + tensor.Name });

    private static IReadOnlyList<StoredTensor> Of(IEnumerable<StoredTensor> tensors, string prefix) =>
        [.. tensors.Where(tensor => tensor.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(
            tensor => tensor with { Name = tensor.Name[prefix.Length..] })];
}

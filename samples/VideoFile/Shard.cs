using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VideoFile;

/// <summary>
/// One of several equal parts of a folder. Only a hash of its name decides which part a video belongs to, so every machine computes the
/// same partition without talking to the others, and a new video does not move existing ones to another part.
/// </summary>
/// <param name="Index">Which part, from 0 as Kubernetes counts.</param>
/// <param name="Count">Number of parts.</param>
internal readonly record struct Shard(int Index, int Count)
{
    /// <summary>Whether a video belongs to this part.</summary>
    /// <param name="name">The video's name; see <see cref="InputVideo.Name"/>.</param>
    public bool Owns(string name) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))) % (ulong)Count == (ulong)Index;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");

    /// <summary>Parses a part as the user types it.</summary>
    /// <param name="text">Such as <c>0/8</c>.</param>
    /// <exception cref="FormatException">The text is not a part; the message says why.</exception>
    public static Shard Parse(string text) =>
        text.Split('/') is [var index, var count] && Number(index) is { } i && Number(count) is { } n
            ? Checked(i, n, $"--shard {text}")
            : throw new FormatException($"--shard must be like 0/8, not '{text}'");

    /// <summary>The part that a cluster's scheduler sets in the environment; the whole folder without a scheduler.</summary>
    /// <exception cref="FormatException">The variables contradict each other, or one is missing; the message says which.</exception>
    public static Shard FromEnvironment()
    {
        var job = Variable("JOB_COMPLETION_INDEX");
        var index = job ?? Variable("SLURM_ARRAY_TASK_ID");
        var count = Variable("SHARD_COUNT");
        if (index is null)
            return count is null
                ? new Shard(0, 1)
                : throw new FormatException(
                    "SHARD_COUNT is set, but neither JOB_COMPLETION_INDEX nor SLURM_ARRAY_TASK_ID says which shard this is; give --shard");
        if (count is null && job is null)
            count = WholeArray();
        return count is { } n
            ? Checked(index.Value, n, "the shard of the environment")
            : throw new FormatException("the environment sets this shard but not the number of shards; set SHARD_COUNT or give --shard");
    }

    /// <summary>The number of tasks of a Slurm array. The array must be complete and start at 0; otherwise a part of it would be taken for
    /// the whole.</summary>
    private static int? WholeArray()
    {
        var (count, last) = (Variable("SLURM_ARRAY_TASK_COUNT"), Variable("SLURM_ARRAY_TASK_MAX"));
        return count is null || last is null || last + 1 == count
            ? count
            : throw new FormatException(
                $"the Slurm array ends with {last} but has {count} tasks; it must count from 0 (--array=0-7), or SHARD_COUNT must say " +
                "how many shards there are");
    }

    private static Shard Checked(int index, int count, string what)
    {
        if (count < 1)
            throw new FormatException($"{what}: there must be at least one shard");
        return index < count
            ? new Shard(index, count)
            : throw new FormatException($"{what}: shards count from 0, so the last of {count} is {count - 1}/{count}");
    }

    private static int? Variable(string name) => Environment.GetEnvironmentVariable(name) switch
    {
        null or "" => null,
        var text => Number(text) ?? throw new FormatException($"{name} must be a whole number, not '{text}'"),
    };

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

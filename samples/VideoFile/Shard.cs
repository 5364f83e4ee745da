using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VideoFile;

/// <summary>
/// One of several equal parts of a folder. A video belongs to a part by a hash of its name alone, so every machine comes to the same
/// partition without talking to the others, and a video that is added moves none of those that are there.
/// </summary>
/// <param name="Index">Which part, from 0 as Kubernetes counts.</param>
/// <param name="Count">Number of parts.</param>
internal readonly record struct Shard(int Index, int Count)
{
    /// <summary>Whether a video is this part's.</summary>
    /// <param name="name">Its name, as <see cref="InputVideo.Name"/> has it.</param>
    public bool Owns(string name) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))) % (ulong)Count == (ulong)Index;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");

    /// <summary>Reads a part as it is typed.</summary>
    /// <param name="text">Such as <c>0/8</c>.</param>
    /// <exception cref="FormatException">Not a part; the message says why.</exception>
    public static Shard Parse(string text) =>
        text.Split('/') is [var index, var count] && Number(index) is { } i && Number(count) is { } n
            ? Checked(i, n, $"--shard {text}")
            : throw new FormatException($"--shard must be like 0/8, not '{text}'");

    /// <summary>The part that a cluster's scheduler names in the environment; the whole folder where there is none.</summary>
    /// <exception cref="FormatException">The variables contradict each other or lack one; the message says which.</exception>
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
            : throw new FormatException("the environment says which shard this is, but not of how many; set SHARD_COUNT or give --shard");
    }

    /// <summary>The number of tasks of a Slurm array, which must be all from 0 on: a part of the array would be taken for the
    /// whole.</summary>
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

using System.Text.RegularExpressions;
using LiveLandmarks;

namespace VideoFile;

/// <summary>Where the results go: for <c>talks/first.mov</c> the files <c>talks/first.jsonl</c>, <c>.mp4</c> and <c>.done</c>.</summary>
/// <param name="root">The folder.</param>
internal sealed partial class ResultFolder(string root)
{
    /// <summary>A result under its own name.</summary>
    /// <param name="name">The video's name.</param>
    /// <param name="extension">Such as <see cref="ResultFiles.Lines"/>.</param>
    public string File(string name, string extension) => Path.Combine(root, name + extension);

    /// <summary>Whether a video has its results, of this very input.</summary>
    public bool IsFinished(InputVideo video, Receipt wanted) =>
        Receipt.Read(File(video.Name, ResultFiles.Done)) is { } receipt
        && receipt.Covers(wanted)
        && System.IO.File.Exists(File(video.Name, ResultFiles.Lines))
        && (!wanted.Video || System.IO.File.Exists(File(video.Name, ResultFiles.Video)));

    /// <summary>Makes a place for the results of a video while it is worked on. No two runs ever share one.</summary>
    /// <exception cref="OutputException">It cannot be made.</exception>
    public PartialResults Begin(string name)
    {
        var folder = File(name, $".partial-{Guid.NewGuid():N}");
        Writing(name, () => Directory.CreateDirectory(folder));
        return new PartialResults(this, name, folder);
    }

    /// <summary>Deletes what runs of this shard left unfinished when they were killed; what belongs to other shards may be in
    /// work.</summary>
    /// <exception cref="OutputException">It cannot be deleted.</exception>
    public void DeleteStale(Shard shard) => Writing("", () =>
    {
        Directory.CreateDirectory(root);
        foreach (var folder in Directory.GetDirectories(root, "*.partial-*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(root, folder).Replace(Path.DirectorySeparatorChar, '/');
            if (Partial().Match(name) is { Success: true } match && shard.Owns(match.Groups[1].Value))
                Directory.Delete(folder, recursive: true);
        }
    });

    /// <summary>Does something to the results, with a failure in the user's words.</summary>
    /// <exception cref="OutputException">It failed.</exception>
    public void Writing(string name, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(
                $"{Path.Combine(root, name)}: cannot be written: {e.Message} What was finished before is whole; run again to go on.", e);
        }
    }

    [GeneratedRegex("^(.+)\\.partial-[0-9a-f]{32}$")]
    private static partial Regex Partial();
}

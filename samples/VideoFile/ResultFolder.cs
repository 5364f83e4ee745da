using System.Text.RegularExpressions;
using LiveLandmarks;

namespace VideoFile;

/// <summary>Where the results go: for <c>talks/first.mov</c> the files <c>talks/first.jsonl</c>, <c>.mp4</c> and <c>.done</c>.</summary>
/// <param name="root">The folder.</param>
internal sealed partial class ResultFolder(string root)
{
    /// <summary>The path of a finished result.</summary>
    /// <param name="name">The video's name.</param>
    /// <param name="extension">Such as <see cref="ResultFiles.Lines"/>.</param>
    public string File(string name, string extension) => Path.Combine(root, name + extension);

    /// <summary>Whether a video has all results wanted, made from exactly this input.</summary>
    public bool IsFinished(InputVideo video, Receipt wanted) =>
        Receipt.Read(File(video.Name, ResultFiles.Done)) is { } receipt
        && receipt.Covers(wanted)
        && System.IO.File.Exists(File(video.Name, ResultFiles.Lines))
        && (!wanted.Video || System.IO.File.Exists(File(video.Name, ResultFiles.Video)));

    /// <summary>Makes a folder for the results of a video while it is processed. No two runs ever share such a folder.</summary>
    /// <exception cref="OutputException">It cannot be made.</exception>
    public PartialResults Begin(string name)
    {
        var folder = File(name, $".partial-{Guid.NewGuid():N}");
        Writing(name, () => Directory.CreateDirectory(folder));
        return new PartialResults(this, name, folder);
    }

    /// <summary>Deletes the unfinished results that killed runs of this shard left behind. Those of other shards stay, since other runs may
    /// be working on them.</summary>
    /// <exception cref="OutputException">A folder cannot be deleted.</exception>
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

    /// <summary>Runs an action on the results and reports a failure in terms that the user knows.</summary>
    /// <exception cref="OutputException">The action failed.</exception>
    public void Writing(string name, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(
                $"{Path.Combine(root, name)}: cannot be written: {e.Message} Finished results are complete; run again to continue.", e);
        }
    }

    [GeneratedRegex("^(.+)\\.partial-[0-9a-f]{32}$")]
    private static partial Regex Partial();
}

using LiveLandmarks;

namespace VideoFile;

/// <summary>The results of the video in work: in a folder of their own until they are complete, and gone when they are not to be.</summary>
/// <param name="results">Where they go in the end.</param>
/// <param name="name">The video's name.</param>
/// <param name="folder">Where they are until then, in the same file system.</param>
internal sealed class PartialResults(ResultFolder results, string name, string folder) : IDisposable
{
    /// <summary>A result in work.</summary>
    public string File(string extension) => Path.Combine(folder, "result" + extension);

    /// <summary>
    /// Gives the results their names, the receipt last: results without a receipt count for nothing. Their content is sent to the disk
    /// first, since after a power cut a file may have its name and yet no content.
    /// </summary>
    /// <exception cref="OutputException">They cannot be moved there.</exception>
    public void Complete(Receipt receipt)
    {
        receipt.Write(File(ResultFiles.Done));
        results.Writing(name, () =>
        {
            if (!System.IO.File.Exists(File(ResultFiles.Lines)))
                throw new IOException("Another run of the same shard deleted the results in work.");
            foreach (var path in Directory.GetFiles(folder))
            {
                using var file = System.IO.File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
                RandomAccess.FlushToDisk(file);
            }
            var hadVideo = Receipt.Read(results.File(name, ResultFiles.Done)) is { Video: true };
            System.IO.File.Delete(results.File(name, ResultFiles.Done));
            Move(ResultFiles.Lines);
            if (receipt.Video)
                Move(ResultFiles.Video);
            else if (hadVideo)
                System.IO.File.Delete(results.File(name, ResultFiles.Video));
            Move(ResultFiles.Done);
        });
    }

    /// <summary>Deletes what is left here; what cannot be deleted the next run will.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Still open on Windows, or the disk went away: neither makes finished results worse.
        }
    }

    private void Move(string extension) => System.IO.File.Move(File(extension), results.File(name, extension), overwrite: true);
}

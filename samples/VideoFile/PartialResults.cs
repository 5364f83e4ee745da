using LiveLandmarks;

namespace VideoFile;

/// <summary>The results of the current video. They stay in a folder of their own until they are complete, and are deleted if the video is
/// abandoned.</summary>
/// <param name="results">Where the complete results go.</param>
/// <param name="name">The video's name.</param>
/// <param name="folder">Where the results are until then, in the same file system.</param>
internal sealed class PartialResults(ResultFolder results, string name, string folder) : IDisposable
{
    /// <summary>The path of an unfinished result.</summary>
    public string File(string extension) => Path.Combine(folder, "result" + extension);

    /// <summary>
    /// Gives the results their final names, the receipt last: results without a receipt do not count. Their content is flushed to the
    /// disk first, since after a power failure a renamed file may otherwise be empty.
    /// </summary>
    /// <exception cref="OutputException">They cannot be moved there.</exception>
    public void Complete(Receipt receipt)
    {
        receipt.Write(File(ResultFiles.Done));
        results.Writing(name, () =>
        {
            if (!System.IO.File.Exists(File(ResultFiles.Lines)))
                throw new IOException("Another run of the same shard deleted the unfinished results.");
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

    /// <summary>Deletes the folder. If that fails, the next run deletes it.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file is still open on Windows, or the disk is gone. Neither affects finished results.
        }
    }

    private void Move(string extension) => System.IO.File.Move(File(extension), results.File(name, extension), overwrite: true);
}

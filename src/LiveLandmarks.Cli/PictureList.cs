using LiveLandmarks.Capture;

namespace LiveLandmarks.Cli;

/// <summary>The pictures that a command line names, including those in folders, and the other files in those folders.</summary>
internal sealed class PictureList
{
    private const int MaxNames = 20;

    private readonly List<string> paths = [];
    private readonly List<string> passedOver = [];

    /// <summary>Lists the pictures.</summary>
    /// <param name="inputs">Files and folders.</param>
    /// <exception cref="InputException">A folder has no pictures.</exception>
    public PictureList(IEnumerable<string> inputs)
    {
        foreach (var input in inputs)
        {
            if (!Directory.Exists(input))
            {
                paths.Add(input);
                continue;
            }
            passedOver.AddRange(Directory.EnumerateFiles(input)
                .Where(file => !ImageFile.HasKnownExtension(file))
                .Select(file => Path.GetFileName(file))
                .Where(name => name[0] != '.')
                .Order(StringComparer.Ordinal));
            try
            {
                paths.AddRange(ImageReader.PicturesIn(input));
            }
            catch (InputException e) when (passedOver.Count > 0)
            {
                throw new InputException($"{e.Message.TrimEnd('.')}, but {Names}.", e);
            }
        }
    }

    /// <summary>The pictures, in the order given; those of a folder are ordered by name.</summary>
    public IReadOnlyList<string> Paths => paths;

    private string Names =>
        string.Join(", ", passedOver.Take(MaxNames)) + (passedOver.Count > MaxNames ? $" and {passedOver.Count - MaxNames} more" : "");

    /// <summary>Reports the files that were skipped because their extensions are not those of pictures.</summary>
    public void ReportSkipped()
    {
        if (passedOver.Count > 0)
            Console.Error.WriteLine($"skipped, because their extensions are not those of readable pictures: {Names}");
    }
}

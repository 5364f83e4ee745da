using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>Reads still pictures one after another, one second apart. Unusable pictures are skipped and reported at the end.</summary>
public sealed class ImageReader : IFrameReader
{
    private readonly IReadOnlyList<string> paths;
    private readonly List<string> problems = [];
    private int next;

    /// <summary>Reads pictures in the given order.</summary>
    /// <param name="name">Name of the whole set of pictures, for messages.</param>
    /// <param name="paths">The files.</param>
    public ImageReader(string name, IReadOnlyList<string> paths)
    {
        this.paths = paths;
        Info = new StreamInfo(name, 0, 0, 1, paths.Count);
    }

    /// <inheritdoc/>
    public StreamInfo Info { get; }

    /// <summary>The pictures in a folder, ordered by name.</summary>
    /// <param name="folder">The folder; its subfolders are not searched.</param>
    /// <exception cref="InputException">The folder does not exist or contains no pictures.</exception>
    public static ImageReader Folder(string folder) => new(folder, PicturesIn(folder));

    /// <summary>The paths of the pictures in a folder, ordered by name. Hidden files are left out: macOS stores data about a picture in a
    /// file such as <c>._face.jpg</c>.</summary>
    /// <param name="folder">The folder; its subfolders are not searched.</param>
    /// <exception cref="InputException">The folder does not exist or contains no pictures.</exception>
    public static IReadOnlyList<string> PicturesIn(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InputException($"{folder}: no such folder.");
        string[] paths = [.. Directory.EnumerateFiles(folder).Where(ImageFile.HasKnownExtension).Where(
            path => Path.GetFileName(path)[0] != '.').Order(StringComparer.Ordinal)];
        return paths.Length > 0 ? paths : throw new InputException($"{folder}: no pictures in this folder.");
    }

    /// <inheritdoc/>
    /// <exception cref="InputException">All pictures were read, but some could not be used; the next call returns false.</exception>
    public bool Read(Mat image, out TimeSpan time)
    {
        for (; next < paths.Count; next++)
        {
            try
            {
                using var picture = ImageFile.Read(paths[next]);
                picture.CopyTo(image);
                time = TimeSpan.FromSeconds(next++);
                return true;
            }
            catch (InputException e)
            {
                problems.Add(e.Message);
            }
        }
        time = TimeSpan.FromSeconds(next);
        ReportProblems();
        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void ReportProblems()
    {
        if (problems.Count == 0)
            return;
        var first = problems[0];
        var message = paths.Count == 1
            ? first
            : $"{Info.Name}: {problems.Count} of {paths.Count} pictures cannot be used and were left out; the first: {first}";
        problems.Clear();
        throw new InputException(message);
    }
}

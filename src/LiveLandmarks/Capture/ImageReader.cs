using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>Still pictures, one after another, a second apart. One that cannot be used is passed over, and told of at the end.</summary>
public sealed class ImageReader : IFrameReader
{
    private readonly IReadOnlyList<string> paths;
    private readonly List<string> problems = [];
    private int next;

    /// <summary>Reads pictures in the order given.</summary>
    /// <param name="name">What the pictures are called together, for messages.</param>
    /// <param name="paths">The files.</param>
    public ImageReader(string name, IReadOnlyList<string> paths)
    {
        this.paths = paths;
        Info = new StreamInfo(name, 0, 0, 1, paths.Count);
    }

    /// <inheritdoc/>
    public StreamInfo Info { get; }

    /// <summary>The pictures of a folder, by name.</summary>
    /// <param name="folder">The folder; those inside it are not searched.</param>
    /// <exception cref="InputException">No such folder, or no picture in it.</exception>
    public static ImageReader Folder(string folder) => new(folder, PicturesIn(folder));

    /// <summary>The paths of the pictures in a folder, by name. Hidden files are left out: what macOS keeps beside a picture is called
    /// <c>._face.jpg</c>.</summary>
    /// <param name="folder">The folder; those inside it are not searched.</param>
    /// <exception cref="InputException">No such folder, or no picture in it.</exception>
    public static IReadOnlyList<string> PicturesIn(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InputException($"{folder}: no such folder.");
        string[] paths = [.. Directory.EnumerateFiles(folder).Where(ImageFile.HasKnownExtension).Where(
            path => Path.GetFileName(path)[0] != '.').Order(StringComparer.Ordinal)];
        return paths.Length > 0 ? paths : throw new InputException($"{folder}: no pictures in this folder.");
    }

    /// <inheritdoc/>
    /// <exception cref="InputException">The pictures are over, and some could not be used; the next call returns false.</exception>
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

using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>Still pictures, one after another, a second apart.</summary>
public sealed class ImageReader : IFrameReader
{
    private readonly IReadOnlyList<string> paths;
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

    /// <summary>The paths of the pictures in a folder, by name. Hidden files are left out: what macOS keeps beside a picture is called <c>._face.jpg</c>.</summary>
    /// <param name="folder">The folder; those inside it are not searched.</param>
    /// <exception cref="InputException">No such folder, or no picture in it.</exception>
    public static IReadOnlyList<string> PicturesIn(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InputException($"{folder}: no such folder.");
        string[] paths = [.. Directory.EnumerateFiles(folder).Where(ImageFile.HasKnownExtension).Where(path => Path.GetFileName(path)[0] != '.').Order(StringComparer.Ordinal)];
        return paths.Length > 0 ? paths : throw new InputException($"{folder}: no pictures in this folder.");
    }

    /// <inheritdoc/>
    public bool Read(Mat image, out TimeSpan time)
    {
        time = TimeSpan.FromSeconds(next);
        if (next >= paths.Count)
            return false;
        using var picture = ImageFile.Read(paths[next++]);
        picture.CopyTo(image);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}

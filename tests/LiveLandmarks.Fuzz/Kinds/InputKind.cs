namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>Something that the programs read. Its seeds are made in one process, and its inputs tried in another.</summary>
/// <param name="name">As given to <c>--kinds</c>.</param>
internal abstract class InputKind(string name) : IDisposable
{
    private TempFolder? folder;

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>A folder for what an input needs beside it.</summary>
    protected TempFolder Folder => folder ??= new TempFolder();

    /// <summary>Good inputs to begin with.</summary>
    public abstract IReadOnlyList<Seed> Seeds();

    /// <summary>Mends what a mutated input would be refused for at once, such as a checksum.</summary>
    /// <param name="input">The input.</param>
    /// <param name="random">What chances follow from.</param>
    public virtual byte[] Mend(byte[] input, Random random) => input;

    /// <summary>Reads an input as the programs do.</summary>
    /// <param name="path">Its file.</param>
    /// <exception cref="LiveLandmarksException">It is refused.</exception>
    /// <exception cref="BrokenPromiseException">What came out is not what is promised.</exception>
    public abstract void Try(string path);

    /// <summary>Whether an exception is one that is documented for such an input.</summary>
    public virtual bool IsDocumented(Exception failure) => failure is LiveLandmarksException;

    /// <inheritdoc/>
    public virtual void Dispose() => folder?.Dispose();

    /// <summary>Copies an input to the place where the programs look for it.</summary>
    protected string Place(string path, string name)
    {
        var place = Folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Copy(path, place, overwrite: true);
        return place;
    }
}

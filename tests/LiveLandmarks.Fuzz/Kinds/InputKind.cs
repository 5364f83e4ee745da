namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>A kind of input that the programs read. Its seeds are made in one process and its inputs are tried in another.</summary>
/// <param name="name">The name, as given to <c>--kinds</c>.</param>
internal abstract class InputKind(string name) : IDisposable
{
    private TempFolder? folder;

    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>A folder for files that an input needs beside it.</summary>
    protected TempFolder Folder => folder ??= new TempFolder();

    /// <summary>Makes the valid inputs that mutation starts from.</summary>
    public abstract IReadOnlyList<Seed> Seeds();

    /// <summary>Repairs parts of a mutated input that would get it refused at once, such as a checksum.</summary>
    /// <param name="input">The input.</param>
    /// <param name="random">The source of random choices.</param>
    public virtual byte[] Mend(byte[] input, Random random) => input;

    /// <summary>Reads an input as the programs do.</summary>
    /// <param name="path">The file of the input.</param>
    /// <exception cref="LiveLandmarksException">The input is refused.</exception>
    /// <exception cref="WrongResultException">The result is not as documented.</exception>
    public abstract void Try(string path);

    /// <summary>Whether an exception is documented for such an input.</summary>
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

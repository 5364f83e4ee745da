namespace LiveLandmarks.Overlays;

/// <summary>The folders in which an overlay finds its files.</summary>
/// <param name="Folder">Folder of the overlay's assembly and the files that come with it.</param>
/// <param name="OptionsFolder">Folder of the JSON file with the overlay's options; without such a file, the working directory.</param>
public sealed record OverlayContext(string Folder, string OptionsFolder)
{
    /// <summary>The full path of a file that the user named in the options.</summary>
    /// <param name="path">The path as given, relative to the options file.</param>
    public string FromOptions(string path) => Path.GetFullPath(path, OptionsFolder);

    /// <summary>The full path of a file that comes with the overlay.</summary>
    /// <param name="path">Relative to the overlay's assembly.</param>
    public string FromOverlay(string path) => Path.GetFullPath(path, Folder);
}

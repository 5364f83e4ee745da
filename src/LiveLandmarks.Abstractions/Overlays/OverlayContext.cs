namespace LiveLandmarks.Overlays;

/// <summary>Where an overlay is at home.</summary>
/// <param name="Folder">Folder of the overlay's assembly, with whatever comes along with it.</param>
/// <param name="OptionsFolder">Folder of the JSON file with its options; the working directory where there is none.</param>
public sealed record OverlayContext(string Folder, string OptionsFolder)
{
    /// <summary>The full path of a file that the user named in the options.</summary>
    /// <param name="path">As given; relative to the options' file.</param>
    public string FromOptions(string path) => Path.GetFullPath(path, OptionsFolder);

    /// <summary>The full path of a file that comes along with the overlay.</summary>
    /// <param name="path">Relative to the overlay's assembly.</param>
    public string FromOverlay(string path) => Path.GetFullPath(path, Folder);
}

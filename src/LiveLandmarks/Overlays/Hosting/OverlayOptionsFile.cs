using LiveLandmarks.Capture;
using Microsoft.Extensions.Configuration;

namespace LiveLandmarks.Overlays.Hosting;

/// <summary>The options of overlays: a JSON object with an object for each overlay, by its name, whose members are its properties.</summary>
public sealed class OverlayOptionsFile
{
    private readonly string? path;
    private readonly IConfiguration? sections;

    private OverlayOptionsFile(string? path, IConfiguration? sections) => (this.path, this.sections) = (path, sections);

    /// <summary>No options: every overlay as it is by itself.</summary>
    public static OverlayOptionsFile None { get; } = new(null, null);

    /// <summary>Folder that file names in it are relative to.</summary>
    public string Folder => path is null ? Directory.GetCurrentDirectory() : Path.GetDirectoryName(path)!;

    /// <summary>Reads the options.</summary>
    /// <param name="file">The JSON file.</param>
    /// <exception cref="InputException">It is missing or no JSON object.</exception>
    public static OverlayOptionsFile Read(string file)
    {
        var path = Path.GetFullPath(file);
        try
        {
            using var stream = File.OpenRead(path);
            return new OverlayOptionsFile(path, new ConfigurationBuilder().AddJsonStream(stream).Build());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file}: the options of the overlays cannot be read: {e.Message}", e);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            throw new InputException($"{file}: no JSON object with an object for each overlay: {(e.InnerException ?? e).Message}", e);
        }
    }

    /// <summary>Throws where the file has options for an overlay that does not exist.</summary>
    /// <param name="names">All overlays.</param>
    /// <exception cref="OverlayException">It has.</exception>
    internal void RequireKnown(IReadOnlyCollection<string> names)
    {
        if (sections?.GetChildren().FirstOrDefault(section => !names.Contains(section.Key)) is { } unknown)
            throw new OverlayException($"{path}: there is no overlay {unknown.Key}; there are {string.Join(", ", names)}.");
    }

    /// <summary>Sets an overlay's properties.</summary>
    /// <param name="name">The overlay's name.</param>
    /// <param name="overlay">The overlay.</param>
    /// <exception cref="OverlayException">A property is unknown, or its value does not fit.</exception>
    internal void ApplyTo(string name, IOverlay overlay)
    {
        try
        {
            sections?.GetSection(name).Bind(overlay, options => options.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException e)
        {
            throw new OverlayException($"{path}: the options of overlay {name} cannot be used: {e.Message}", e);
        }
    }
}

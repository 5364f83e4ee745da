using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace LiveLandmarks.Overlays.Hosting;

/// <summary>The options of overlays: a JSON object with an object for each overlay, by its name, whose members are its
/// properties.</summary>
/// <remarks>
/// Set by reflection: <c>JsonSerializer</c> and <c>ConfigurationBinder</c> remember the types that they have met, and a plug-in whose types
/// somebody remembers is never unloaded.
/// </remarks>
public sealed class OverlayOptionsFile
{
    private static readonly JsonDocumentOptions Format = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly string? path;
    private readonly Dictionary<string, Dictionary<string, string>> sections;

    private OverlayOptionsFile(string? path, Dictionary<string, Dictionary<string, string>> sections) =>
        (this.path, this.sections) = (path, sections);

    /// <summary>No options: every overlay as it is by itself.</summary>
    public static OverlayOptionsFile None { get; } = new(null, []);

    /// <summary>Folder that file names in it are relative to.</summary>
    public string Folder => path is null ? Directory.GetCurrentDirectory() : Path.GetDirectoryName(path)!;

    /// <summary>Reads the options.</summary>
    /// <param name="file">The JSON file.</param>
    /// <exception cref="InputException">It is missing, or no such JSON.</exception>
    public static OverlayOptionsFile Read(string file)
    {
        var path = Path.GetFullPath(file);
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), Format);
            return new OverlayOptionsFile(path, json.RootElement.EnumerateObject().ToDictionary(
                section => section.Name,
                section => section.Value.EnumerateObject().ToDictionary(option => option.Name, option => option.Value.ToString())));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file}: the options of the overlays cannot be read: {e.Message}", e);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new InputException(
                $"{file}: not options of overlays, which are a JSON object with an object for each overlay: {e.Message}", e);
        }
    }

    /// <summary>Throws where the file has options for an overlay that does not exist.</summary>
    /// <param name="names">All overlays.</param>
    /// <exception cref="OverlayException">It has.</exception>
    internal void RequireKnown(IReadOnlyCollection<string> names)
    {
        if (sections.Keys.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
            throw new OverlayException($"{path}: there is no overlay {unknown}; there are {string.Join(", ", names)}.");
    }

    /// <summary>Sets an overlay's properties.</summary>
    /// <param name="name">The overlay's name.</param>
    /// <param name="overlay">The overlay.</param>
    /// <exception cref="OverlayException">A property is unknown, or its value does not fit.</exception>
    internal void ApplyTo(string name, IOverlay overlay)
    {
        PropertyInfo[] properties = [.. overlay.GetType().GetProperties().Where(property => property.SetMethod is { IsPublic: true })];
        foreach (var (option, value) in sections.GetValueOrDefault(name, []))
        {
            var property = Array.Find(properties, property => property.Name.Equals(option, StringComparison.OrdinalIgnoreCase))
                ?? throw new OverlayException(
                $"{path}: overlay {name} has no option {option}; it has " +
                    $"{string.Join(", ", properties.Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)))}.");
            try
            {
                property.SetValue(overlay, Convert(value, property.PropertyType));
            }
            catch (Exception e) when (
                e is FormatException or InvalidCastException or OverflowException or ArgumentException or TargetInvocationException)
            {
                throw new OverlayException(
                    $"{path}: overlay {name} cannot take \"{value}\" as {option}: {(e.InnerException ?? e).Message}", e);
            }
        }
    }

    private static object? Convert(string value, Type type) => type.IsEnum
        ? Enum.Parse(type, value, ignoreCase: true)
        : System.Convert.ChangeType(value, Nullable.GetUnderlyingType(type) ?? type, CultureInfo.InvariantCulture);
}

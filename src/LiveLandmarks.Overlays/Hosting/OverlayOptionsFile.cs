using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace LiveLandmarks.Overlays.Hosting;

/// <summary>The options of overlays: a JSON object with one object per overlay, under the overlay's name, whose members are the overlay's
/// properties.</summary>
/// <remarks>
/// The properties are set by reflection: <c>JsonSerializer</c> and <c>ConfigurationBinder</c> cache types, and a plug-in is never unloaded
/// while its types are referenced.
/// </remarks>
public sealed class OverlayOptionsFile
{
    private static readonly JsonDocumentOptions Format = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly string? path;
    private readonly Dictionary<string, Dictionary<string, string>> sections;

    private OverlayOptionsFile(string? path, Dictionary<string, Dictionary<string, string>> sections) =>
        (this.path, this.sections) = (path, sections);

    /// <summary>No options: every overlay uses its defaults.</summary>
    public static OverlayOptionsFile None { get; } = new(null, []);

    /// <summary>The folder that file names in the options are relative to.</summary>
    public string Folder => path is null ? Directory.GetCurrentDirectory() : Path.GetDirectoryName(path)!;

    /// <summary>Reads the options.</summary>
    /// <param name="file">The JSON file.</param>
    /// <exception cref="InputException">The file is missing, or is not JSON of this form.</exception>
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
                $"{file}: not an options file for overlays, which is a JSON object with one object per overlay: {e.Message}", e);
        }
    }

    /// <summary>Throws if the file has options for an overlay that does not exist.</summary>
    /// <param name="names">The names of all overlays.</param>
    /// <exception cref="OverlayException">The file has options for an unknown overlay.</exception>
    internal void RequireKnown(IReadOnlyCollection<string> names)
    {
        if (sections.Keys.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
            throw new OverlayException($"{path}: unknown overlay {unknown}; choose from {string.Join(", ", names)}.");
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
                    $"{path}: overlay {name} has no option {option}; its options are " +
                        $"{string.Join(", ", properties.Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)))}.");
            try
            {
                property.SetValue(overlay, Convert(value, property.PropertyType));
            }
            catch (Exception e) when (
                e is FormatException or InvalidCastException or OverflowException or ArgumentException or TargetInvocationException)
            {
                throw new OverlayException(
                    $"{path}: overlay {name} does not accept \"{value}\" as {option}: {(e.InnerException ?? e).Message}", e);
            }
        }
    }

    private static object? Convert(string value, Type type) => type.IsEnum
        ? Enum.Parse(type, value, ignoreCase: true)
        : System.Convert.ChangeType(value, Nullable.GetUnderlyingType(type) ?? type, CultureInfo.InvariantCulture);
}

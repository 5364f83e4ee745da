using System.Text.Json;
using LiveLandmarks.Overlays;
using LiveLandmarks.Overlays.Hosting;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>Options of all shipped overlays, which then draw with these options.</summary>
internal sealed class OverlayOptionsKind() : InputKind("overlay-options")
{
    private static readonly JsonSerializerOptions Lines = new() { WriteIndented = true };

    private FaceStage? stage;
    private OverlayCatalog? catalog;

    public override IReadOnlyList<Seed> Seeds()
    {
        using var all = new OverlayCatalog();
        return
        [
            Seed.Text(".json", JsonSerializer.Serialize(
                all.Overlays.ToDictionary(overlay => overlay.Name, overlay => OptionsOf(all, overlay.Name)), Lines)),
            .. all.Overlays.Select(overlay => Seed.Text(
                ".json", JsonSerializer.Serialize(new Dictionary<string, object> { [overlay.Name] = OptionsOf(all, overlay.Name) }))),
        ];
    }

    public override void Try(string path)
    {
        stage ??= new FaceStage();
        catalog ??= new OverlayCatalog();
        var options = OverlayOptionsFile.Read(path);
        string[] names = [.. catalog.Overlays.Select(overlay => overlay.Name)];
        options.RequireKnown(names);
        // Not through a chain, which would catch the exceptions of an overlay.
        foreach (var name in names)
        {
            var overlay = catalog.Find(name).Open(options);
            using (overlay as IDisposable)
                stage.Draw(overlay);
        }
    }

    public override void Dispose()
    {
        stage?.Dispose();
        catalog?.Dispose();
        base.Dispose();
    }

    private static Dictionary<string, string> OptionsOf(OverlayCatalog catalog, string name)
    {
        var overlay = (IOverlay)Activator.CreateInstance(catalog.Find(name).Type)!;
        using (overlay as IDisposable)
        {
            return overlay.GetType().GetProperties()
                .Where(property => property.SetMethod is { IsPublic: true } && property.GetMethod is not null)
                .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name),
                    property => Convert.ToString(property.GetValue(overlay), System.Globalization.CultureInfo.InvariantCulture) ?? "");
        }
    }
}

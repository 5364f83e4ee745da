using System.Text.Json.Nodes;
using LiveLandmarks.Models;

namespace LiveLandmarks.Tests.Models;

/// <summary>A folder with a copy of a committed model, for tests to damage.</summary>
internal sealed class ModelFolder : IDisposable
{
    private readonly TempFolder folder = new();

    public ModelFolder(ModelKind kind)
    {
        var entry = ModelCatalog.Open(Repository.Models).Entries.First(entry => entry.Manifest.Kind == kind);
        Json = JsonNode.Parse(File.ReadAllText(entry.Path))!.AsObject();
        Model = folder.File(entry.Manifest.File);
        File.Copy(Path.Combine(Repository.Models, entry.Manifest.File), Model);
    }

    public string Folder => folder.Path;

    /// <summary>The manifest as JSON, before it is written.</summary>
    public JsonObject Json { get; }

    public string Model { get; }

    public string Manifest => folder.File("manifest.json");

    /// <summary>Writes the manifest and returns its path.</summary>
    public string WriteManifest(string? text = null)
    {
        File.WriteAllText(Manifest, text ?? Json.ToJsonString());
        return Manifest;
    }

    public void Dispose() => folder.Dispose();
}

using LiveLandmarks.Models;

namespace LiveLandmarks.Tests.Models;

public sealed class ModelCatalogTests : IDisposable
{
    private readonly ModelFolder folder = new(ModelKind.Detector);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_committed_catalog_has_a_model_of_each_kind_by_name()
    {
        var catalog = ModelCatalog.Open(Repository.Models);
        Assert.Equal(catalog.Entries.OrderBy(entry => entry.Manifest.Name, StringComparer.Ordinal), catalog.Entries);
        foreach (var kind in Enum.GetValues<ModelKind>())
            Assert.Equal(kind, catalog.Load(kind).Manifest.Kind);
    }

    [Fact]
    public void Without_a_name_the_first_model_of_its_kind_is_loaded_and_with_a_name_that_model()
    {
        foreach (var name in new[] { "b", "a", "c" })
        {
            folder.Json["name"] = name;
            File.Move(folder.WriteManifest(), Path.Combine(folder.Folder, $"{name}.json"));
        }
        var catalog = ModelCatalog.Open(folder.Folder);
        Assert.Equal(["a", "b", "c"], catalog.Entries.Select(entry => entry.Manifest.Name));
        Assert.Equal("a", catalog.Load(ModelKind.Detector).Manifest.Name);
        Assert.Equal("c", catalog.Load(ModelKind.Detector, "c").Manifest.Name);
    }

    [Fact]
    public void Without_a_name_the_model_marked_as_the_default_is_loaded()
    {
        foreach (var name in new[] { "a", "b" })
        {
            folder.Json["name"] = name;
            folder.Json["isDefault"] = name == "b";
            File.Move(folder.WriteManifest(), Path.Combine(folder.Folder, $"{name}.json"));
        }
        var catalog = ModelCatalog.Open(folder.Folder);
        Assert.Equal("b", catalog.Load(ModelKind.Detector).Manifest.Name);
        Assert.Equal("a", catalog.Load(ModelKind.Detector, "a").Manifest.Name);
    }

    [Fact]
    public void The_included_defaults_are_the_standard_network_the_detector_and_the_movements()
    {
        var catalog = ModelCatalog.Open(Repository.Models);
        Assert.Equal(["face-detector", "face-movements", "face-standard"],
            catalog.Entries.Where(entry => entry.Manifest.IsDefault).Select(entry => entry.Manifest.Name));
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_list_of_known_names()
    {
        folder.WriteManifest();
        var catalog = ModelCatalog.Open(folder.Folder);
        var error = Assert.Throws<ModelException>(() => catalog.Load(ModelKind.Detector, "mine"));
        Assert.Contains("'mine'", error.Message, StringComparison.Ordinal);
        Assert.Contains(folder.Json["name"]!.GetValue<string>(), error.Message, StringComparison.Ordinal);
        Assert.Contains(
            "copy one there", Assert.Throws<ModelException>(() => catalog.Load(ModelKind.Landmarks)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_named_in_the_error()
    {
        var missing = Path.Combine(folder.Folder, "missing");
        Assert.StartsWith(missing, Assert.Throws<ModelException>(() => ModelCatalog.Open(missing)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_manifest_is_not_skipped()
    {
        folder.WriteManifest("{");
        Assert.Throws<ModelException>(() => ModelCatalog.Open(folder.Folder));
    }

    [Fact]
    public void A_damaged_model_is_refused_when_it_is_loaded()
    {
        folder.WriteManifest();
        File.AppendAllText(folder.Model, "x");
        var catalog = ModelCatalog.Open(folder.Folder);
        Assert.Throws<ModelException>(() => catalog.Load(ModelKind.Detector));
    }
}

using System.Text.Json.Nodes;
using LiveLandmarks.Models;

namespace LiveLandmarks.Tests.Models;

public sealed class ModelManifestTests : IDisposable
{
    private readonly ModelFolder folder = new(ModelKind.Landmarks);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_committed_manifest_can_be_read_and_names_a_file_that_exists()
    {
        var manifests = Directory.GetFiles(Repository.Models, "*.json").Select(ModelManifest.Read).ToArray();
        Assert.Equal(Enum.GetValues<ModelKind>(), manifests.Select(manifest => manifest.Kind).Distinct().Order());
        Assert.All(manifests, manifest => Assert.True(File.Exists(Path.Combine(Repository.Models, manifest.File)), manifest.Name));
        Assert.All(manifests, manifest => Assert.NotEmpty(manifest.License));
    }

    [Fact]
    public void A_manifest_is_read_field_by_field()
    {
        folder.Json["name"] = "mine";
        folder.Json["scheme"] = "ibug68";
        folder.Json["decoding"] = "quarter-offset";
        folder.Json["minimumScore"] = 0.25;
        folder.Json["crop"] = new JsonObject { ["landmarkFactor"] = 1.5, ["boxFactor"] = 1.25, ["boxCenterY"] = 0.75 };
        folder.Json["accuracy"] = new JsonArray(new JsonObject { ["test"] = "mine", ["metric"] = "NME", ["value"] = 4.5 });
        var manifest = ModelManifest.Read(folder.WriteManifest());
        Assert.Equal(("mine", ModelKind.Landmarks, HeatmapDecoding.QuarterOffset, 0.25f),
            (manifest.Name, manifest.Kind, manifest.Decoding, manifest.MinimumScore));
        Assert.Equal(new CropRule(1.5f, 1.25f, 0.75f), manifest.Crop);
        Assert.Equal([new ModelAccuracy("mine", "NME", 4.5)], manifest.Accuracy);
        Assert.Same(LandmarkScheme.Ibug68, manifest.GetScheme());
        Assert.Equal(256, manifest.Input.Size);
    }

    [Fact]
    public void The_decoding_defaults_to_the_most_accurate_one()
    {
        folder.Json.Remove("decoding");
        Assert.Equal(HeatmapDecoding.MeanShift, ModelManifest.Read(folder.WriteManifest()).Decoding);
    }

    [Fact]
    public void An_unknown_field_is_refused_at_any_level()
    {
        folder.Json["sha265"] = "typo";
        AssertRefused("sha265");
        folder.Json.Remove("sha265");
        folder.Json["input"]!.AsObject()["color2"] = "RGB";
        AssertRefused("color2");
    }

    [Theory]
    [InlineData("name")]
    [InlineData("kind")]
    [InlineData("file")]
    [InlineData("sha256")]
    [InlineData("input")]
    [InlineData("output")]
    [InlineData("minimumScore")]
    [InlineData("license")]
    [InlineData("trainingData")]
    [InlineData("parametersInMillions")]
    [InlineData("accuracy")]
    public void A_missing_or_null_field_is_refused(string field)
    {
        folder.Json[field] = null;
        AssertRefused(field);
        folder.Json.Remove(field);
        AssertRefused(field);
    }

    [Theory]
    [InlineData("input", "size")]
    [InlineData("input", "scale")]
    [InlineData("output", "channels")]
    [InlineData("crop", "boxFactor")]
    public void A_missing_nested_field_is_refused(string part, string field)
    {
        folder.Json[part]!.AsObject().Remove(field);
        AssertRefused(field);
    }

    [Theory]
    [InlineData("../other.onnx")]
    [InlineData("/etc/passwd")]
    [InlineData("deeper/model.onnx")]
    public void A_file_outside_the_folder_is_refused(string file)
    {
        folder.Json["file"] = file;
        AssertRefused(file);
    }

    [Theory]
    [InlineData("input", "size", "0")]
    [InlineData("input", "size", "100000")]
    [InlineData("output", "size", "7")]
    [InlineData("input", "scale", "0")]
    [InlineData("input", "color", "\"GRB\"")]
    [InlineData("output", "size", "0")]
    [InlineData("output", "size", "257")]
    [InlineData("output", "channels", "67")]
    public void Invalid_sizes_and_colors_are_refused(string part, string field, string value)
    {
        folder.Json[part]![field] = JsonNode.Parse(value);
        AssertRefused("");
    }

    [Fact]
    public void An_unknown_kind_scheme_or_decoding_is_refused()
    {
        foreach (var field in new[] { "kind", "scheme", "decoding" })
        {
            var good = folder.Json[field]!.DeepClone();
            folder.Json[field] = "unheard-of";
            AssertRefused("");
            folder.Json[field] = good;
        }
        Assert.Equal(ModelKind.Landmarks, ModelManifest.Read(folder.WriteManifest()).Kind);
    }

    [Fact]
    public void A_landmark_model_needs_a_crop_rule()
    {
        folder.Json["crop"] = null;
        AssertRefused("crop rule");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("not JSON")]
    public void Text_that_is_not_a_manifest_is_refused(string text)
    {
        folder.WriteManifest(text);
        var error = Assert.Throws<ModelException>(() => ModelManifest.Read(folder.Manifest));
        Assert.StartsWith(folder.Manifest, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_manifest_is_named_in_the_error()
    {
        var error = Assert.Throws<ModelException>(() => ModelManifest.Read(folder.Manifest));
        Assert.Contains(folder.Manifest, error.Message, StringComparison.Ordinal);
    }

    private void AssertRefused(string mentioned)
    {
        var error = Assert.Throws<ModelException>(() => ModelManifest.Read(folder.WriteManifest()));
        Assert.Contains(mentioned, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind", "7")]
    [InlineData("decoding", "7")]
    [InlineData("file", "\"a\\u0000b\"")]
    [InlineData("crop", "{\"landmarkFactor\":-1,\"boxFactor\":0,\"boxCenterY\":0}")]
    public void A_manifest_with_invalid_values_is_refused(string field, string value)
    {
        using var models = new ModelFolder(ModelKind.Landmarks);
        models.Json[field] = System.Text.Json.Nodes.JsonNode.Parse(value);
        Assert.Throws<ModelException>(() => ModelFile.Open(models.WriteManifest()));
    }
}

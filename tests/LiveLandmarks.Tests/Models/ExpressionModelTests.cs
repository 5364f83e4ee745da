using System.Text.Json.Nodes;
using LiveLandmarks.Expression;
using LiveLandmarks.Inference;
using LiveLandmarks.Models;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Models;

/// <summary>Manifests of expression models, and how a program chooses one.</summary>
public sealed class ExpressionModelTests : IDisposable
{
    private static readonly TinyExpression Tiny = TinyExpression.Constant((Blendshape.JawOpen, 0.5f), (Blendshape.MouthSmileLeft, 0.25f));

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_manifest_of_an_expression_model_names_its_movements()
    {
        var manifest = ModelManifest.Read(Tiny.WriteTo(folder.Path));
        Assert.Equal(ModelKind.Expression, manifest.Kind);
        Assert.Equal([Blendshape.JawOpen, Blendshape.MouthSmileLeft], manifest.Movements);
        Assert.Equal(ExpressionFeatures.Count, manifest.Input.Size);
        Assert.Null(manifest.Crop);
    }

    [Theory]
    [InlineData("""["jaw-open"]""")]
    [InlineData("""["jaw-open", "mouth-smile-left", "mouth-smile-right"]""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void A_number_of_movements_that_is_not_that_of_the_outputs_is_refused(string movements)
    {
        var path = Tiny.WriteTo(folder.Path, manifest => manifest["movements"] = JsonNode.Parse(movements));
        var error = Assert.Throws<ModelException>(() => ModelManifest.Read(path));
        Assert.StartsWith($"{path}: an expression model must name as many movements", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("2.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_gaze_takes_two_outputs_more()
    {
        var path = (Tiny with { Gaze = [0, 1] }).WriteTo(folder.Path);
        var manifest = ModelManifest.Read(path);
        Assert.True(manifest.Gaze);
        Assert.Equal((ExpressionFeatures.CountWithPupil, 4), (manifest.Input.Size, manifest.Output.Channels));
        path = (Tiny with { Gaze = [0, 1] }).WriteTo(folder.Path, changed => changed["output"]!["channels"] = 2);
        Assert.Contains("outputs besides the gaze's two; it has 2", Assert.Throws<ModelException>(() => ModelManifest.Read(path)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_movement_that_occurs_twice_is_refused()
    {
        var path = Tiny.WriteTo(folder.Path, manifest => manifest["movements"] = new JsonArray("jaw-open", "jaw-open"));
        Assert.StartsWith($"{path}: a movement occurs twice",
            Assert.Throws<ModelException>(() => ModelManifest.Read(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"wiggle-ears\"")]
    [InlineData("7")]
    public void An_unknown_movement_is_refused(string movement)
    {
        var path = Tiny.WriteTo(
            folder.Path, manifest => manifest["movements"] = new JsonArray("jaw-open", JsonNode.Parse(movement)));
        Assert.StartsWith(path, Assert.Throws<ModelException>(() => ModelManifest.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_with_other_shapes_is_refused_with_the_shape_that_its_manifest_names()
    {
        var model = ModelFile.Open((Tiny with { GraphInputs = 140 }).WriteTo(folder.Path));
        Assert.Contains(
            "no input 'face' of float [N, 138]", Assert.Throws<ModelException>(() => Open(model)).Message, StringComparison.Ordinal);

        model = ModelFile.Open(Tiny.WriteTo(folder.Path, manifest =>
        {
            manifest["movements"] = new JsonArray("jaw-open", "jaw-left", "jaw-right");
            manifest["output"]!["channels"] = 3;
        }));
        Assert.Contains(
            "no output 'movements' of float [N, 3]", Assert.Throws<ModelException>(() => Open(model)).Message, StringComparison.Ordinal);

        static void Open(ModelFile model) => NetworkSession.Open(model, Networks.OneThread).Dispose();
    }

    [Fact]
    public void A_model_of_another_kind_or_with_other_inputs_finds_no_movements()
    {
        var landmarks = Networks.Load(ModelKind.Landmarks);
        Assert.StartsWith(landmarks.Manifest.Name,
            Assert.Throws<ModelException>(() => new BlendshapeNetwork(landmarks)).Message, StringComparison.Ordinal);
        var other = ModelFile.Open((Tiny with { GraphInputs = 140 }).WriteTo(folder.Path, manifest => manifest["input"]!["size"] = 140));
        Assert.Contains("not an expression model of 138 inputs",
            Assert.Throws<ModelException>(() => new BlendshapeNetwork(other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_an_expression_model_is_no_error_unless_one_is_named()
    {
        Assert.Null(BlendshapeNetwork.Open(new ModelChoice { Folder = folder.Path }));
        var error = Assert.Throws<ModelException>(() => BlendshapeNetwork.Open(new ModelChoice { Folder = folder.Path, Expression = "a" }));
        Assert.StartsWith($"{folder.Path}: no expression model named 'a'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_a_named_model_or_none_is_opened()
    {
        (Tiny with { Name = "a" }).WriteTo(folder.Path);
        (Tiny with { Name = "b" }).WriteTo(folder.Path, manifest => manifest["isDefault"] = true);
        Assert.Equal("b", NameOf(null));
        Assert.Equal("a", NameOf("a"));
        Assert.Null(NameOf(ModelChoice.None));
        Assert.Contains("named 'c'; available: a, b.", Assert.Throws<ModelException>(() => NameOf("c")).Message, StringComparison.Ordinal);

        string? NameOf(string? expression)
        {
            using var network = BlendshapeNetwork.Open(new ModelChoice { Folder = folder.Path, Expression = expression });
            return network?.Name;
        }
    }

    [Fact]
    public void None_needs_no_folder_and_a_missing_one_is_an_error_otherwise()
    {
        var missing = folder.File("missing");
        Assert.Null(BlendshapeNetwork.Open(new ModelChoice { Folder = missing, Expression = ModelChoice.None }));
        Assert.StartsWith(missing,
            Assert.Throws<ModelException>(() => BlendshapeNetwork.Open(new ModelChoice { Folder = missing })).Message,
            StringComparison.Ordinal);
    }
}

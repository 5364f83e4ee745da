using LiveLandmarks.Models;
using LiveLandmarks.Training.Export;

namespace LiveLandmarks.Training.Tests.Export;

public sealed class ModelWriterTests : IDisposable
{
    private static readonly ModelCard Card = new("A small network.", "It was never trained.", "livelandmarks eval DIR");

    private readonly string folder = Directory.CreateTempSubdirectory("livelandmarks-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_runtime_opens_what_was_written()
    {
        var path = ModelWriter.Write(folder, Model(1), Manifest(), Card);
        var manifest = ModelFile.Open(path).Manifest;
        Assert.Equal(Manifest() with { File = manifest.File, Sha256 = manifest.Sha256, Accuracy = manifest.Accuracy }, manifest);
        Assert.Equal(Manifest().Accuracy, manifest.Accuracy);
        Assert.Equal(["tiny.json", "tiny.md", "tiny.onnx"], Files());
    }

    [Fact]
    public void The_card_shows_the_measured_figures_and_where_they_come_from()
    {
        ModelWriter.Write(folder, Model(1), Manifest(), Card);
        var card = File.ReadAllText(Path.Combine(folder, "tiny.md"));
        Assert.StartsWith("# tiny\n", card, StringComparison.Ordinal);
        Assert.Contains("| ten faces, their own boxes | NME %, mean | 4.25 |", card, StringComparison.Ordinal);
        Assert.Contains("`image` [N, 3, 32, 32], RGB, 0 to 1,", card, StringComparison.Ordinal);
        Assert.Contains("Trained on nothing. License of the weights: MIT.", card, StringComparison.Ordinal);
        Assert.Contains("`livelandmarks eval DIR`", card, StringComparison.Ordinal);
        Assert.Contains("| decoding | mean-shift |", card, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_model_of_the_same_name_is_replaced()
    {
        ModelWriter.Write(folder, Model(1), Manifest(), Card);
        var path = ModelWriter.Write(folder, Model(2), Manifest(), Card);
        ModelFile.Open(path);
        Assert.Equal(Model(2), File.ReadAllBytes(Path.Combine(folder, "tiny.onnx")));
    }

    [Fact]
    public void A_refused_model_leaves_the_earlier_one_unchanged()
    {
        var path = ModelWriter.Write(folder, Model(1), Manifest(), Card);
        Assert.Throws<ModelException>(
            () => ModelWriter.Write(folder, Model(2), Manifest() with { Output = new ModelOutput("heatmaps", 0, 8) }, Card));
        Assert.Throws<ModelException>(() => ModelWriter.Write(folder, [1, 2, 3], Manifest(), Card));
        ModelFile.Open(path);
        Assert.Equal(Model(1), File.ReadAllBytes(Path.Combine(folder, "tiny.onnx")));
        Assert.Equal(["tiny.json", "tiny.md", "tiny.onnx"], Files());
    }

    [Theory]
    [InlineData("")]
    [InlineData("../tiny")]
    [InlineData(".tiny")]
    [InlineData("a b")]
    public void A_name_that_cannot_be_a_file_name_is_refused(string name)
    {
        Assert.Throws<ModelException>(() => ModelWriter.Write(folder, Model(1), Manifest() with { Name = name }, Card));
        Assert.Empty(Files());
    }

    [Fact]
    public void A_folder_that_cannot_be_created_is_named()
    {
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");
        var error = Assert.Throws<ModelException>(() => ModelWriter.Write(file, Model(1), Manifest(), Card));
        Assert.StartsWith(file, error.Message, StringComparison.Ordinal);
    }

    private static byte[] Model(int stacks)
    {
        var layout = SineWeights.Small(stacks);
        return HourglassExporter.Export(SineWeights.For(layout.ExpectedWeights()), layout);
    }

    private static ModelManifest Manifest() => new()
    {
        Name = "tiny",
        Kind = ModelKind.Landmarks,
        File = "",
        Sha256 = "",
        Scheme = "ibug68",
        Input = new ModelInput("image", 32, "RGB", 1 / 255f),
        Output = new ModelOutput("heatmaps", 69, 8),
        Crop = new CropRule(1.35f, 1.2f, 0.64f),
        MinimumScore = 0.5f,
        License = "MIT",
        TrainingData = "nothing",
        ParametersInMillions = 0.01,
        Accuracy = [new ModelAccuracy("ten faces, their own boxes", "NME %, mean", 4.25)],
    };

    private string[] Files() =>
        [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}

using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Losses;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Tests.Training;

public class TrainingPresetsTests
{
    public static TheoryData<string> Names { get; } = [.. TrainingPresets.Names];

    [Fact]
    public void These_presets_come_with_the_program() =>
        Assert.Equal(["awing-paper", "comparison", "cpu-lite", "cpu-standard",
            "face-detector", "face-detector-turned", "face-lite", "face-open", "face-standard", "face-teacher", "fine-stage", "overfit",
            "quick", "wing-paper"],
            TrainingPresets.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_preset_has_its_own_name_and_survives_being_written_and_read(string name)
    {
        var options = TrainingPresets.Load(name);
        Assert.Equal(name, options.Name);
        Assert.NotEmpty(options.Description);
        Assert.Equal(options.ToJson(), TrainingOptions.Parse(options.ToJson(), "copy").ToJson());
        Assert.NotNull(options.Loss.Create());
    }

    [Fact]
    public void The_preset_of_the_paper_has_the_numbers_of_the_paper()
    {
        var options = TrainingPresets.Load("awing-paper");
        Assert.Equal((256, 4, 4, true, 99),
            (options.Network.Width, options.Network.Stacks, options.Network.Depth, options.Network.Boundary, options.Network.Channels));
        Assert.Equal(new AWingOptions(2.1, 14, 1, 0.5), options.Loss.AWing);
        Assert.Equal(new LossWeights(10, 1, 0.2), options.Weights);
        Assert.Equal(new OptimizationOptions(OptimizerKind.RmsProp, 1e-4, 1e-5, 0), options.Optimizer);
        Assert.Equal(240 * 938, options.TotalSteps(7500));
        Assert.Equal(Augmentation.Paper, options.Augmentation);
        Assert.Equal(Augmentation.None, TrainingPresets.Load("overfit").Augmentation);
    }

    [Theory]
    [InlineData("{", "not training options")]
    [InlineData("""{ "name": "x", "schedule": { "kind": "cosine" }, "steps": 5, "learningRate": 1 }""", "learningRate")]
    [InlineData("""{ "name": "x", "steps": 5 }""", "schedule")]
    [InlineData("""{ "name": "x", "schedule": { "kind": "cosine" } }""", "epochs or in steps")]
    [InlineData("""{ "name": "x", "schedule": { "kind": "cosine" }, "steps": 0 }""", "Steps")]
    [InlineData("""{ "name": "x", "schedule": { "kind": "cosine" }, "steps": 5, "averaging": 1 }""", "Averaging")]
    [InlineData("""{ "name": "x", "schedule": { "kind": "cosine" }, "steps": 5, "network": { "width": 65 } }""", "Width")]
    [InlineData("""{ "name": "x", "schedule": { "kind": "cosine" }, "steps": 5, "network": { "depth": 2, "compact": {} } }""",
        "5 widths for an hourglass of depth 2")]
    [InlineData("""{ "name": "x", "schedule": { "kind": "cosine" }, "steps": 5, "distillation": { "weight": 0 } }""", "Distillation")]
    [InlineData("""{ "name": "x", "schedule": { "kind": "cosine" }, "steps": 5, "copies": { "manual": 0 } }""", "Copies")]
    public void Invalid_options_are_refused_with_the_reason_and_the_file(string json, string reason)
    {
        var message = Assert.Throws<TrainingException>(() => TrainingOptions.Parse(json, "my.json")).Message;
        Assert.StartsWith("my.json", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("face-lite")]
    [InlineData("face-standard")]
    [InlineData("face-teacher")]
    public void The_face_presets_train_compact_networks_on_masks_glasses_darkness_and_shut_eyes(string name)
    {
        var options = TrainingPresets.Load(name);
        Assert.NotNull(options.Network.Compact);
        Assert.True(options.Network.Boundary);
        Assert.All([options.Augmentation.Mask, options.Augmentation.Glasses, options.Augmentation.Darkness, options.Augmentation.ShutEyes],
            dose => Assert.InRange(dose.Chance, 0.05f, 0.5f));
        using var network = options.CreateNetwork();
        Assert.IsType<LiveLandmarks.Training.Network.CompactNetwork>(network);
    }

    [Fact]
    public void An_unknown_preset_is_refused_with_a_list_of_the_known_ones() =>
        Assert.Contains("cpu-lite", Assert.Throws<TrainingException>(() => TrainingPresets.Load("gpu")).Message, StringComparison.Ordinal);

    [Fact]
    public void Options_can_come_from_a_file()
    {
        using var folder = new TempFolder();
        var path = folder.File("own.json");
        File.WriteAllText(path, (TrainingPresets.Load("cpu-lite") with { Name = "own" }).ToJson());
        Assert.Equal("own", TrainingPresets.Load(path).Name);
        Assert.Throws<InputException>(() => TrainingPresets.Load(folder.File("missing.json")));
    }

    [Fact]
    public void A_schedule_without_a_kind_is_refused_with_the_file_name()
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(TrainingPresets.Load("quick").ToJson())!.AsObject();
        var schedule = json.First(
            member =>
            member.Value is System.Text.Json.Nodes.JsonObject inner && inner.ContainsKey("$type")
            || member.Key.Contains("chedule", StringComparison.Ordinal));
        json[schedule.Key] = new System.Text.Json.Nodes.JsonObject();
        Assert.StartsWith("mine.json: not training options",
            Assert.Throws<TrainingException>(() => TrainingOptions.Parse(json.ToJsonString(), "mine.json")).Message,
            StringComparison.Ordinal);
    }
}

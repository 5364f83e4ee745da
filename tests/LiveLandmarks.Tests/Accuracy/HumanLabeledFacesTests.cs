using System.Text.Json;

namespace LiveLandmarks.Tests.Accuracy;

/// <summary>Accuracy on the human-labeled validation faces: 146 of AFW and Helen.</summary>
[Trait("Duration", "Long")]
public sealed class HumanLabeledFacesTests : IDisposable
{
    private const string Standard = "ibug68-standard", FaceStandard = "face-standard", FaceLite = "face-lite";

    // The figures of the model cards, models/NAME.md.
    private static readonly Dictionary<string, (double Mean, double Median, double ShutGap)> Stated = new()
    {
        [Standard] = (3.44, 3.11, 0.161),
        [FaceStandard] = (3.39, 3.14, 0.088),
        [FaceLite] = (3.63, 3.34, 0.148),
    };

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [SharedFact]
    public async Task The_measured_figures_match_the_model_cards()
    {
        foreach (var (model, stated) in Stated)
        {
            var figures = await Evaluate("gt", "--model", model);
            Assert.InRange(figures["nmeMean"], stated.Mean - 0.02, stated.Mean + 0.02);
            Assert.InRange(figures["nmeMedian"], stated.Median - 0.02, stated.Median + 0.02);
            Assert.Equal(0, figures["failureRate10"]);
            var lids = Lids();
            Assert.Equal((16, 249), ((int)lids["shut"], (int)lids["open"]));
            Assert.InRange(lids["foundShut"], stated.ShutGap - 0.005, stated.ShutGap + 0.005);
        }
    }

    [SharedFact]
    public async Task Other_decodings_are_less_accurate_than_the_default()
    {
        foreach (var decoding in new[] { "sub-pixel", "quarter-offset" })
            Assert.InRange((await Evaluate("gt", "--decoding", decoding))["nmeMean"], Stated[FaceStandard].Mean + 0.02,
                Stated[FaceStandard].Mean + 0.2);
    }

    [SharedFact]
    public async Task Detector_crops_raise_the_error_by_at_most_a_tenth_and_miss_at_most_one_face_in_a_hundred()
    {
        var truth = await Evaluate("gt");
        var detector = await Evaluate("detector");
        Assert.InRange(detector["nmeMean"], 0, 1.1 * truth["nmeMean"]);
        Assert.InRange(detector["missed"], 0, 1);
    }

    private async Task<Dictionary<string, double>> Evaluate(string boxes, params string[] options)
    {
        var run = await CommandRun.Of(
            ["eval", Path.Combine(Repository.SharedFaces, "val"), "--include", "afw_*", "helen_*", "--boxes", boxes, "--json",
            folder.File("eval.json"), .. options]);
        Assert.True(run.ExitCode == 0, run.Error);
        using var document = Report();
        Assert.Equal(146, document.RootElement.GetProperty("faces").GetInt32());
        return document.RootElement.GetProperty("figures").Deserialize<Dictionary<string, double>>()!;
    }

    private Dictionary<string, double> Lids()
    {
        using var document = Report();
        return document.RootElement.GetProperty("lids").Deserialize<Dictionary<string, double>>()!;
    }

    private JsonDocument Report() => JsonDocument.Parse(File.ReadAllText(folder.File("eval.json")));
}

namespace LiveLandmarks.Tests.Cli;

/// <summary>The option that names a detector model.</summary>
public class DetectorModelTests
{
    private static readonly string[] Picture = ["image", Repository.Media("astronaut.png"), "--json", "-"];

    [Fact]
    public async Task Another_detector_is_used_by_its_name()
    {
        var (usual, other) = (await CommandRun.Of(Picture), await CommandRun.Of([.. Picture, "--detector-model", "face-detector-turned"]));
        usual.ShouldSucceed();
        other.ShouldSucceed();
        Assert.Contains("\"landmarks\"", other.Output, StringComparison.Ordinal);
        Assert.NotEqual(usual.Output, other.Output);
    }

    [Fact]
    public async Task A_detector_that_is_missing_is_named_with_those_that_exist() =>
        (await CommandRun.Of([.. Picture, "--detector-model", "nowhere"]))
            .ShouldFail(5, "no detector model named 'nowhere'; available: face-detector, face-detector-turned.");

    [Fact]
    public async Task FaceOnnx_has_no_other_model() =>
        (await CommandRun.Of([.. Picture, "--detector-model", "face-detector-turned", "--detector", "faceonnx"]))
            .ShouldFail(2, "leave one of the two out");
}

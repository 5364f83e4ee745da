using System.Text.Json;
using LiveLandmarks.Capture;
using LiveLandmarks.Tests.Models;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Cli;

/// <summary>The options for ARKit's movements.</summary>
public sealed class MovementsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public MovementsTests()
    {
        foreach (var file in new[] { "face-detector.json", "face-detector.onnx", "face-lite.json", "face-lite.onnx" })
            File.Copy(Path.Combine(Repository.Models, file), folder.File(file));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_movements_of_a_model_are_in_the_lines_unless_none_are_wanted()
    {
        (TinyExpression.Constant((Blendshape.JawOpen, 0.25f)) with { Name = "a" }).WriteTo(folder.Path);
        (TinyExpression.Constant((Blendshape.JawOpen, 0.75f)) with { Name = "b" }).WriteTo(folder.Path);
        Assert.Equal(0.25f, JawOpen(await Image()));
        Assert.Equal(0.75f, JawOpen(await Image("--expression-model", "b")));
        Assert.Null(JawOpen(await Image("--expression-model", "none")));
        (await Image("--expression-model", "c")).ShouldFail(5, "no expression model named 'c'; available: a, b.");
    }

    [Fact]
    public async Task Without_a_model_blinks_remain_and_a_named_model_is_an_error()
    {
        var run = await Image();
        Assert.Null(JawOpen(run));
        Assert.InRange(Blendshapes(run).GetProperty("eyeBlinkLeft").GetSingle(), 0, 1);
        (await Image("--expression-model", "a")).ShouldFail(5, "no expression model named 'a'");
    }

    [Fact]
    public async Task Bars_are_drawn_beside_the_face_when_asked_for()
    {
        TinyExpression.Constant((Blendshape.JawOpen, 1), (Blendshape.CheekPuff, 0.5f)).WriteTo(folder.Path);
        (await Image("--out", folder.File("none"), "--draw", "box")).ShouldSucceed();
        (await Image("--out", folder.File("bars"), "--draw", "box", "movements")).ShouldSucceed();
        using var without = ImageFile.Read(folder.File("none/astronaut.png"));
        using var with = ImageFile.Read(folder.File("bars/astronaut.png"));
        using var difference = new Mat();
        Cv2.Absdiff(without, with, difference);
        // The face ends at 270.
        using var beside = new Mat(difference, new Rect(275, 60, 237, 140));
        using var face = new Mat(difference, new Rect(0, 0, 265, 512));
        Assert.True(Cv2.Norm(beside, NormTypes.INF) > 50);
        Assert.Equal(0, Cv2.Norm(face, NormTypes.INF));
    }

    private Task<CommandRun> Image(params string[] options) => CommandRun.Of(
        ["image", Repository.Media("astronaut.png"), "--json", "-", "--models", folder.Path, "--model", "face-lite", .. options]);

    private static float? JawOpen(CommandRun run) =>
        Blendshapes(run).TryGetProperty("jawOpen", out var strength) ? strength.GetSingle() : null;

    private static JsonElement Blendshapes(CommandRun run)
    {
        run.ShouldSucceed();
        using var parsed = JsonDocument.Parse(run.Output);
        return Assert.Single(parsed.RootElement.GetProperty("faces").EnumerateArray()).GetProperty("blendshapes").Clone();
    }
}

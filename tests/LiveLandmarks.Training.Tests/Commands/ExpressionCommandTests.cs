using LiveLandmarks.Expression;
using LiveLandmarks.Models;
using LiveLandmarks.Training.Expressions;

namespace LiveLandmarks.Training.Tests.Commands;

/// <summary><c>livelandmarks-train expression</c> as a user runs it.</summary>
public sealed class ExpressionCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Without_a_face_model_or_with_wrong_numbers_the_exit_code_is_2()
    {
        (await CommandRun.Of("expression", "--name", "tiny", "--out", folder.Path)).ShouldFail(2, "--face-model DIR");
        (await CommandRun.Of("expression", "--face-model", "m")).ShouldFail(2, "'--name'");
        (await CommandRun.Of("expression", "--face-model", "m", "--name", "tiny", "--faces", "0"))
            .ShouldFail(2, "--faces must be at least 1");
        (await CommandRun.Of("expression", "--face-model", "m", "--name", "tiny", "--epochs", "0"))
            .ShouldFail(2, "--epochs must be at least 1");
    }

    [Fact]
    public async Task A_face_model_that_is_not_there_gives_exit_code_3() =>
        (await CommandRun.Of("expression", "--face-model", folder.File("none"), "--name", "tiny", "--out", folder.Path))
            .ShouldFail(3, "none: no such folder");

    [FaceModelFact]
    public async Task A_missing_picture_of_a_neutral_face_gives_exit_code_3()
    {
        (await Train("--neutral", folder.File("none.png"))).ShouldFail(3, "none.png");
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [FaceModelFact]
    public async Task Annotated_faces_of_which_none_matches_give_exit_code_3()
    {
        (await CommandRun.Of("synth", folder.File("data"), "--train", "2", "--test", "1")).ShouldSucceed();
        (await Train("--errors-on", folder.File("data"), "--include", "nobody*")).ShouldFail(3, "matches --include");
    }

    [FaceModelFact]
    public async Task An_unknown_landmark_model_gives_exit_code_5() =>
        (await Train("--model", "nobody")).ShouldFail(5, "no landmarks model named 'nobody'");

    [FaceModelFact]
    public async Task The_model_does_not_replace_a_picture_that_is_read()
    {
        var picture = folder.Write("tiny.onnx", File.ReadAllBytes(Repository.Media("astronaut.png")));
        (await Train("--neutral", picture)).ShouldFail(2, "would replace");
    }

    [FaceModelFact, Trait("Duration", "Long")]
    public async Task A_short_training_gives_a_model_that_the_library_opens()
    {
        var run = await Train("--faces", "8000", "--epochs", "4", "--license", "free", "--neutral", Repository.Media("astronaut.png"));
        run.ShouldSucceed();
        Assert.Contains("epoch 4: loss", run.Error, StringComparison.Ordinal);
        Assert.Equal(
            RandomFaces.Movements.Count + RandomFaces.EyeMovements.Count,
            run.Output.Split('\n').Count(line => line.Contains(" 0.", StringComparison.Ordinal)));
        using var network = BlendshapeNetwork.Open(new ModelChoice { Folder = folder.Path });
        Assert.Equal("tiny", network!.Name);
        Assert.Contains(Blendshape.JawOpen, network.Movements);
    }

    private Task<CommandRun> Train(params string[] options) => CommandRun.Of(
    [
        "expression", "--face-model", Repository.SharedFaceModel, "--models", Repository.Models, "--name", "tiny", "--out", folder.Path,
        .. options,
    ]);
}

namespace LiveLandmarks.Training.Tests.Commands;

/// <summary>Errors of usage and input: the trainer reports one line and an exit code.</summary>
public sealed class TrainerFailureTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("'--out'", "train", "data")]
    [InlineData("--steps must be at least 1", "train", "data", "--out", "o", "--steps", "0")]
    [InlineData("'abc'", "train", "data", "--out", "o", "--steps", "abc")]
    [InlineData("--width must be a multiple of 16", "train", "data", "--out", "o", "--width", "17")]
    [InlineData("--limit must be at least 1", "eval", "c.ckpt", "data", "--limit", "0")]
    [InlineData("--checkpoint-every must be at least 1", "train", "data", "--out", "o", "--checkpoint-every", "0")]
    [InlineData("--preset abacus is unknown", "train", "data", "--out", "o", "--preset", "abacus")]
    [InlineData("--device abacus is unknown", "train", "data", "--out", "o", "--device", "abacus")]
    [InlineData("'abacus'", "train", "data", "--out", "o", "--loss", "abacus")]
    [InlineData("'abacus'", "eval", "c.ckpt", "data", "--boxes", "abacus")]
    [InlineData("--ced ced.jpg", "eval", "c.ckpt", "data", "--ced", "ced.jpg")]
    [InlineData("--worst worst.svg", "eval", "c.ckpt", "data", "--worst", "worst.svg")]
    [InlineData("--worst-count must lie between", "eval", "c.ckpt", "data", "--worst-count", "0")]
    [InlineData("livelandmarks-train plot curves --help", "plot", "curves", "run")]
    [InlineData("--out chart.bmp", "plot", "curves", "run", "--out", "chart.bmp")]
    [InlineData("--yaw 80..20", "synth", "--turn", "data", "--yaw", "80..20")]
    public async Task Wrong_usage_gives_exit_code_2_and_points_to_the_help(string naming, params string[] arguments)
    {
        var run = await CommandRun.Of(arguments);
        run.ShouldFail(2, naming);
        Assert.Contains("--help'", run.Failures[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drawing_faces_without_a_folder_or_a_model_gives_exit_code_2()
    {
        (await CommandRun.Of("synth")).ShouldFail(2, "needs a folder");
        (await CommandRun.Of("synth", "--turn", "data", "--face-model", "m")).ShouldFail(2, "needs a folder");
        (await CommandRun.Of("synth", "o", "--turn", "data")).ShouldFail(2, "--face-model DIR");
        (await CommandRun.Of("synth", "o", "--turn", "data", "--face-model", folder.File("none"))).ShouldFail(3, "none: no such folder");
    }

    [Fact]
    public async Task A_missing_folder_gives_exit_code_3()
    {
        (await CommandRun.Of("train", folder.File("none"), "--out", folder.File("run"))).ShouldFail(3, "none: no such folder");
        (await CommandRun.Of("eval", "c.ckpt", folder.File("none"))).ShouldFail(3, "none: no such folder");
        (await CommandRun.Of("plot", "curves", folder.File("none"), "--out", folder.File("c.png")))
            .ShouldFail(3, "metrics.csv: no such file");
    }

    [Fact]
    public async Task A_missing_preset_file_gives_exit_code_3()
    {
        (await CommandRun.Of("synth", folder.Path, "--train", "1", "--test", "1")).ShouldSucceed();
        (await CommandRun.Of("train", folder.Path, "--out", folder.File("run"), "--preset", folder.File("none.json")))
            .ShouldFail(3, "none.json: cannot be read");
    }

    [Fact]
    public async Task A_truncated_table_gives_exit_code_3_and_names_the_line()
    {
        folder.Write("run/metrics.csv", "step,epoch,loss,learning_rate,images_per_second,validation\n20,1,2,0.001,8,\n40,2,1");
        (await CommandRun.Of("plot", "curves", folder.File("run"), "--out", folder.File("c.png")))
            .ShouldFail(3, "metrics.csv:3: the row is cut off");
        Assert.False(File.Exists(folder.File("c.png")));
    }

    [Fact]
    public async Task A_missing_or_damaged_checkpoint_gives_exit_code_5()
    {
        (await CommandRun.Of("synth", folder.Path, "--train", "1", "--test", "1")).ShouldSucceed();
        (await CommandRun.Of("eval", folder.File("none.ckpt"), folder.Path)).ShouldFail(5, "none.ckpt: no such file");
        folder.Write("text.ckpt", "This is no checkpoint.");
        (await CommandRun.Of("eval", folder.File("text.ckpt"), folder.Path)).ShouldFail(5, "text.ckpt: not a checkpoint");
    }

    [Fact]
    public async Task Missing_boxes_of_a_detector_give_exit_code_3()
    {
        (await CommandRun.Of("synth", folder.Path, "--train", "1", "--test", "1")).ShouldSucceed();
        (await CommandRun.Of("eval", "c.ckpt", folder.Path, "--boxes", "detector")).ShouldFail(3, "boxes.csv");
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_gives_exit_code_4()
    {
        folder.Write("run/metrics.csv", "step,epoch,loss,learning_rate,images_per_second,validation\n20,1,2,0.001,8,\n");
        folder.Write("file", "");
        (await CommandRun.Of("plot", "curves", folder.File("run"), "--out", Path.Combine(folder.File("file"), "c.png")))
            .ShouldFail(4, "c.png: cannot be written");
    }
}

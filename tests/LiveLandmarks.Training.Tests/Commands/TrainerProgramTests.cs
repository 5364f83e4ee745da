using System.Text.Json;
using System.Xml.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Models;
using LiveLandmarks.Output;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Tests.Commands;

/// <summary>The trainer's commands as a user runs them.</summary>
public sealed class TrainerProgramTests(TrainedRun run) : IClassFixture<TrainedRun>, IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Training_writes_checkpoints_a_table_of_metrics_and_curves()
    {
        Assert.Equal(6, CheckpointFile.Load(Path.Combine(run.Folder, "last.ckpt")).Step);
        Assert.Equal(68, CheckpointFile.Load(run.Best).Options.Network.Landmarks);
        var rows = MetricsLog.Read(Path.Combine(run.Folder, "metrics.csv"));
        Assert.Equal([3L, 6], rows.Select(row => row.Step));
        Assert.All(rows, row => Assert.True(row.Validation > 0));
        Assert.Contains("NME in %", XDocument.Load(Path.Combine(run.Folder, "curves.svg")).Descendants().Select(element => element.Value));
        using var picture = ImageFile.Read(Path.Combine(run.Folder, "curves.png"));
        Assert.True(picture.Rows > 1000);
        Assert.Contains("step 6/6", run.Training.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluation_gives_figures_for_each_subset_their_protocol_and_pictures()
    {
        // Two of three faces have a box of a detector, with two different labels.
        string[] names = [.. Directory.GetFiles(Path.Combine(run.Data, "val"), "*.pts").Select(
            path => Path.GetFileNameWithoutExtension(path)).Order()];
        File.WriteAllText(Path.Combine(run.Data, "boxes.csv"),
            $"name,x,y,w,h,label\n{names[0]},60,60,120,120,manual\n{names[1]},60,60,120,120,model\n");
        var last = Path.Combine(run.Folder, "last.ckpt");

        var evaluation = await CommandRun.Of(
            "eval", run.Best, run.Data, "--compare", last, "--boxes", "detector", "--json", folder.File("e.json"),
            "--csv", folder.File("e.csv"), "--ced", folder.File("e.svg"), "--worst", folder.File("e.jpg"), "--worst-count", "2");

        evaluation.ShouldSucceed();
        Assert.Contains("crop from the box of the data set", evaluation.Output, StringComparison.Ordinal);
        Assert.Equal(2, evaluation.Output.Split('\n').Count(line => line.Contains(" manual ", StringComparison.Ordinal)));
        using var json = JsonDocument.Parse(File.ReadAllText(folder.File("e.json")));
        Assert.Equal(3, json.RootElement.GetProperty("faces").GetInt32());
        Assert.Equal(33.3333, json.RootElement.GetProperty("figures").GetProperty("missed").GetDouble(), 3);
        Assert.Equal(["manual", "model"], json.RootElement.GetProperty("subsets").EnumerateObject().Select(subset => subset.Name));
        Assert.Contains("NME over inter-ocular", json.RootElement.GetProperty("protocol").GetString(), StringComparison.Ordinal);
        Assert.Equal(names.Select(name => $"{name}.jpg").Prepend("picture"),
            File.ReadAllLines(folder.File("e.csv")).Select(row => row.Split(',')[0]));
        Assert.Equal(["run/best.ckpt", "run/last.ckpt"], TextsOf("e.svg").TakeLast(2));
        using var sheet = ImageFile.Read(folder.File("e.jpg"));
        Assert.Equal(530, sheet.Cols);
    }

    [Fact]
    public async Task A_trained_network_is_exported_as_a_model_with_its_accuracy()
    {
        (await CommandRun.Of("export", run.Best, "--name", "tiny", "--out", folder.Path, "--measure-on", run.Data)).ShouldSucceed();
        var model = ModelCatalog.Open(folder.Path).Load(ModelKind.Landmarks, "tiny");
        Assert.Contains("3 faces", model.Manifest.Accuracy[0].Test, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_trainings_are_drawn_in_one_chart()
    {
        var other = Directory.CreateDirectory(folder.File("other")).FullName;
        File.WriteAllText(Path.Combine(other, "metrics.csv"), $"{MetricsRow.Header}\n20,1,2,0.001,8,\n");
        (await CommandRun.Of("plot", "curves", run.Folder, other, "--out", folder.File("c.svg"))).ShouldSucceed();
        Assert.Contains("run other", string.Join(' ', TextsOf("c.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_losses_are_drawn_into_a_folder()
    {
        (await CommandRun.Of("plot", "losses", folder.File("plots"))).ShouldSucceed();
        Assert.Equal(["awing-gradient.svg", "awing.svg", "wing-gradient.svg", "wing.svg"],
            Directory.GetFiles(folder.File("plots")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [LinuxFact]
    public async Task No_command_overwrites_its_inputs_or_writes_one_file_twice()
    {
        var face = Path.Combine(run.Data, "train", "drawn_00000");
        Directory.CreateDirectory(folder.File("models"));
        File.CreateSymbolicLink(folder.File("models/tiny.onnx"), run.Best);
        File.CreateSymbolicLink(folder.File("curves.svg"), Path.Combine(run.Folder, "metrics.csv"));
        string[][] commands =
        [
            ["eval", run.Best, run.Data, "--json", folder.File("e"), "--csv", folder.File("./e")],
            ["eval", run.Best, run.Data, "--csv", run.Best],
            ["eval", run.Best, run.Data, "--compare", Path.Combine(run.Folder, "last.ckpt"), "--json",
                Path.Combine(run.Folder, "last.ckpt")],
            ["eval", run.Best, run.Data, "--json", Path.Combine(run.Data, "val", "drawn_00008.pts")],
            ["preview", run.Data, "--out", $"{face}.jpg"],
            ["export", run.Best, "--name", "tiny", "--out", folder.File("models")],
            ["import", run.Best, "--scheme", "ibug68", "--name", "tiny", "--out", folder.File("models")],
            ["plot", "curves", run.Folder, "--out", folder.File("curves.svg")],
        ];
        var before = Directory.GetFiles(run.Data, "*", SearchOption.AllDirectories).Concat(Directory.GetFiles(run.Folder))
            .ToDictionary(file => file, File.ReadAllBytes);
        foreach (var command in commands)
            (await CommandRun.Of(command))
                .ShouldFail(2, command[1] == run.Best && command[^1] == folder.File("./e") ? "is the same file as" : "would replace");
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
        (await CommandRun.Of(run.Train($"{face}.jpg"))).ShouldFail(4, "this is a file");
        (await CommandRun.Of("eval", run.Best, run.Data, "--json", run.Data)).ShouldFail(4, "this is a folder");
    }

    [Fact]
    public async Task A_second_training_cannot_use_the_folder_of_a_running_one()
    {
        using (OutputClaim.Take(Path.Combine(run.Folder, "last.ckpt"), "first"))
            (await CommandRun.Of(run.Train(run.Folder, "--steps", "8"))).ShouldFail(4, $"{run.Folder}: another run is writing this");
        Assert.Equal(6, CheckpointFile.Load(Path.Combine(run.Folder, "last.ckpt")).Step);
    }

    [Fact]
    public async Task Truncated_pictures_are_left_out_counted_and_named_once()
    {
        foreach (var file in Directory.GetFiles(run.Data, "drawn_*", SearchOption.AllDirectories))
            folder.Write(Path.Combine("data", Path.GetRelativePath(run.Data, file)), File.ReadAllBytes(file));
        foreach (var name in new[] { "data/train/drawn_00003.jpg", "data/val/drawn_00008.jpg" })
        {
            var whole = File.ReadAllBytes(folder.File(name));
            folder.Write(name, whole[..(whole.Length / 2)]);
        }

        var training = await CommandRun.Of(
            "train", folder.File("data"), "--out", folder.File("run"), "--preset", run.Preset, "--validate", "3", "--steps", "24",
            "--checkpoint-every", "8");
        training.ShouldSucceed();
        Assert.Single(training.Error.Split('\n'),
            line => line.Contains("drawn_00003.jpg: the picture is truncated", StringComparison.Ordinal));
        Assert.Contains("drawn_00008.jpg: the picture is truncated", Assert.Single(training.Failures), StringComparison.Ordinal);
        Assert.Contains("1 picture could not be used", training.Error, StringComparison.Ordinal);

        var evaluation = await CommandRun.Of(
            "eval", run.Best, folder.File("data"), "--compare", Path.Combine(run.Folder, "last.ckpt"), "--json", folder.File("e.json"),
            "--csv", folder.File("e.csv"));
        evaluation.ShouldFail(3, "drawn_00008.jpg: the picture is truncated");
        Assert.Contains("1 picture left out, 2 used", evaluation.Error, StringComparison.Ordinal);
        Assert.Equal(3, File.ReadAllLines(folder.File("e.csv")).Length);
    }

    [LinuxFact]
    public async Task After_an_interrupt_the_checkpoint_loads_and_a_second_run_continues_from_it()
    {
        var output = folder.File("run");
        using var process = CommandRun.Start(run.Train(output, "--steps", "1000000", "--checkpoint-every", "2"));
        var end = CommandRun.EndOf(process);
        await CommandRun.LinesIn(Path.Combine(output, "metrics.csv"), 2);
        await CommandRun.InterruptAsync(process);

        var interrupted = await end;
        Assert.Equal(130, interrupted.ExitCode);
        Assert.DoesNotContain("   at ", interrupted.Error, StringComparison.Ordinal);
        var step = CheckpointFile.Load(Path.Combine(output, "last.ckpt")).Step;
        Assert.InRange(step, 2, 999_999);

        (await CommandRun.Of(run.Train(output, "--steps", $"{step + 2}"))).ShouldSucceed();
        Assert.Equal(step + 2, CheckpointFile.Load(Path.Combine(output, "last.ckpt")).Step);
        long[] steps = [.. MetricsLog.Read(Path.Combine(output, "metrics.csv")).Select(row => row.Step)];
        Assert.Equal(steps.Distinct().Order(), steps);
        Assert.Equal((2, step + 2), (steps[0], steps[^1]));
        Assert.Contains(step, steps);
    }

    [TmpfsFact]
    public async Task A_disk_that_fills_up_during_a_checkpoint_gives_exit_code_4_and_keeps_the_previous_one()
    {
        // Space for last.ckpt, best.ckpt and half of the next checkpoint, besides table and curves.
        var checkpoint = new FileInfo(run.Best).Length;
        var others = Directory.GetFiles(run.Folder).Where(path => Path.GetExtension(path) != ".ckpt")
            .Sum(path => new FileInfo(path).Length);
        using var disk = await SmallDisk.MountAsync($"{(5 * checkpoint / 2 + others) / 1024}k");

        var full = await CommandRun.Of(run.Train(disk.File("run"), "--steps", "100", "--checkpoint-every", "2"));

        full.ShouldFail(4, "the previous one is intact");
        Assert.Equal(2, CheckpointFile.Load(disk.File("run/last.ckpt")).Step);
        Assert.DoesNotContain(Directory.GetFiles(disk.File("run")), file => Path.GetFileName(file)[0] == '.');
    }

    private IEnumerable<string> TextsOf(string svg) =>
        XDocument.Load(folder.File(svg)).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value);
}

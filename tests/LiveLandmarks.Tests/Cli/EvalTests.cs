using System.Globalization;
using System.Text.Json;
using LiveLandmarks.Models;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tests.Models;

namespace LiveLandmarks.Tests.Cli;

/// <summary><c>eval</c> measures the results of <c>image</c>.</summary>
public sealed class EvalTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly ModelFolder strict = new(ModelKind.Landmarks);

    public void Dispose()
    {
        folder.Dispose();
        strict.Dispose();
    }

    [Fact]
    public async Task A_face_that_the_network_rejects_is_missed_in_eval_as_in_image()
    {
        Annotate();
        Assert.Equal(0, await Missed("--boxes", "detector"));
        // No face reaches such a score.
        strict.Json["minimumScore"] = 0.99;
        strict.WriteManifest();
        foreach (var file in Directory.GetFiles(Repository.Models, "face-detector.*"))
            File.Copy(file, Path.Combine(strict.Folder, Path.GetFileName(file)));
        string[] models = ["--models", strict.Folder];
        Assert.Equal(100, await Missed(["--boxes", "detector", .. models]));
        Assert.Equal(0, await Missed(["--boxes", "gt", .. models]));
        var image = await CommandRun.Of(["image", folder.File("face.png"), "--json", folder.File("image.jsonl"), .. models]);
        image.ShouldSucceed();
        Assert.Contains("\"faces\":[]", File.ReadAllText(folder.File("image.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conditions_are_reported_as_a_table_with_one_row_each()
    {
        Annotate();
        var run = await CommandRun.Of("eval", folder.Path, "--conditions", "--json", folder.File("conditions.json"));
        run.ShouldSucceed();
        Assert.Contains("roll 180", run.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(File.ReadAllText(folder.File("conditions.json")));
        var rows = document.RootElement.GetProperty("conditions").EnumerateArray()
            .ToDictionary(row => row.GetProperty("name").GetString()!);
        Assert.Equal(
            ["roll 0", "roll 30", "roll 45", "roll 60", "roll 90", "roll 180", "60 px", "40 px", "30 px", "20 px", "dim", "dark",
                "mask", "shades"],
            rows.Keys);
        foreach (var (name, row) in rows)
        {
            Assert.Equal(1, row.GetProperty("pictures").GetInt32());
            Assert.True(row.GetProperty("wrong").GetDouble() == 0, name);
            Assert.Equal(row.GetProperty("found").GetDouble() == 0, row.GetProperty("nme").ValueKind == JsonValueKind.Null);
        }
        (await CommandRun.Of("eval", folder.Path, "--conditions", "--boxes", "gt")).ShouldFail(2, "leave '--boxes gt' out");
        foreach (var name in new[] { "roll 0", "roll 30", "roll 45", "roll 60", "roll 90", "roll 180", "60 px", "dim" })
        {
            Assert.True(rows[name].GetProperty("found").GetDouble() == 100, name);
            Assert.InRange(rows[name].GetProperty("nme").GetDouble(), 0, 5);
        }
    }

    private async Task<double> Missed(params string[] options)
    {
        var run = await CommandRun.Of(["eval", folder.Path, "--json", folder.File("eval.json"), .. options]);
        run.ShouldSucceed();
        using var document = JsonDocument.Parse(File.ReadAllText(folder.File("eval.json")));
        return document.RootElement.GetProperty("figures").GetProperty("missed").GetDouble();
    }

    private void Annotate()
    {
        using var locator = Networks.Locator();
        using var image = Networks.Astronaut();
        File.Copy(Repository.Media("astronaut.png"), folder.File("face.png"));
        var points = locator.Find(image)[0].Points.Select(
            point => string.Create(CultureInfo.InvariantCulture, $"{point.X + 1:0.00} {point.Y + 1:0.00}"));
        File.WriteAllLines(folder.File("face.pts"), ["version: 1", "n_points: 68", "{", .. points, "}"]);
    }

    [Fact]
    public async Task A_video_of_known_motion_is_measured_for_steadiness()
    {
        var clip = Repository.Media("collins.mp4");
        var run = await CommandRun.Of("eval", clip, "--json", folder.File("steadiness.json"));
        run.ShouldSucceed();
        using var document = JsonDocument.Parse(File.ReadAllText(folder.File("steadiness.json")));
        var (raw, smoothed) = (document.RootElement.GetProperty("raw"), document.RootElement.GetProperty("smoothed"));
        Assert.Equal((240, 240), (raw.GetProperty("frames").GetInt32(), smoothed.GetProperty("frames").GetInt32()));
        var (before, after) = (raw.GetProperty("nmf").GetDouble(), smoothed.GetProperty("nmf").GetDouble());
        Assert.InRange(before, 20, 60);
        Assert.InRange(after, 10, 0.7 * before);
        Assert.Contains(after.ToString("0.0", CultureInfo.InvariantCulture), run.Output, StringComparison.Ordinal);

        (await CommandRun.Of("eval", clip, "--conditions")).ShouldFail(2, "are for folders of pictures");
        (await CommandRun.Of("eval", clip, "--boxes", "gt")).ShouldFail(2, "are for folders of pictures");
        (await CommandRun.Of("eval", clip, "--motion", folder.File("none.csv"))).ShouldFail(3, "no such file; name the table");
        (await CommandRun.Of("eval", folder.Path, "--motion", Repository.Media("collins.csv"))).ShouldFail(2, "--motion is for a video");
    }
}

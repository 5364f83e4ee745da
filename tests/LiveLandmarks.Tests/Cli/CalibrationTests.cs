using LiveLandmarks.Expression;
using LiveLandmarks.Tests.Clips;

namespace LiveLandmarks.Tests.Cli;

/// <summary>What a run learns about a face is kept in a file.</summary>
public sealed class CalibrationTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [ProgramFact("ffmpeg")]
    public async Task A_run_writes_what_it_learned_and_the_next_starts_from_it()
    {
        var (first, second, known) = (folder.File("1.jsonl"), folder.File("2.jsonl"), folder.File("anna.json"));
        (await Run(first, "--calibration", known)).ShouldSucceed();
        var learned = ExpressionCalibration.Read(known);
        Assert.Contains(Enum.GetValues<Blendshape>(), movement => learned.Rest(movement) > 0.01f);
        (await Run(second, "--calibration", known)).ShouldSucceed();
        Assert.NotEqual(File.ReadLines(first).First(), File.ReadLines(second).First());
    }

    [ProgramFact("ffmpeg")]
    public async Task A_file_that_is_no_calibration_is_an_input_error_and_stays_as_it_is()
    {
        var known = folder.File("anna.json");
        File.WriteAllText(known, "{\"nod\": [0, 1]}");
        (await Run(folder.File("1.jsonl"), "--calibration", known)).ShouldFail(3, "'nod'");
        Assert.Equal("{\"nod\": [0, 1]}", File.ReadAllText(known));
    }

    [ProgramFact("ffmpeg")]
    public async Task A_file_that_cannot_be_written_is_reported_before_the_run()
    {
        (await Run(folder.File("1.jsonl"), "--calibration", folder.Path)).ShouldFail(4, folder.Path);
        Assert.False(File.Exists(folder.File("1.jsonl")));
    }

    [ProgramFact("ffmpeg")]
    public async Task A_file_and_no_calibration_exclude_each_other() =>
        (await Run(folder.File("1.jsonl"), "--calibration", folder.File("anna.json"), "--no-calibration")).ShouldFail(2, "not both");

    private async Task<CommandRun> Run(string json, params string[] arguments) =>
        await CommandRun.Of(["video", await ShortClip.Of(folder, "collins.mp4", 60), "--json", json, .. arguments]);
}

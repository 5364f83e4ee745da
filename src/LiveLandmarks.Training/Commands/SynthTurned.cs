using System.CommandLine;
using System.Globalization;
using LiveLandmarks.Commands;
using LiveLandmarks.Output;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Data.Turning;

namespace LiveLandmarks.Training.Commands;

/// <summary>The part of <c>livelandmarks-train synth</c> that turns the faces of photographs.</summary>
internal sealed class SynthTurned
{
    private const int ReportEvery = 100, MaxRows = 60;

    private readonly Option<string?> photographs = new("--turn")
        { Description = "Turn the faces of this data set instead of drawing cartoons", HelpName = "DATA" };
    private readonly Option<string> part = new Option<string>("--part")
        { Description = "Part of the data set to turn", DefaultValueFactory = _ => "train" }.AcceptOnlyFromAmong("train", "test");
    private readonly Option<int> count = new Option<int>("--count")
        { Description = "Number of turned faces", DefaultValueFactory = _ => new TurnedSetOptions().Count, HelpName = "N" }.AtLeast(1);
    private readonly Option<string> yaw = new Option<string>("--yaw")
        { Description = "Yaw of the turned faces to either side, in degrees", DefaultValueFactory = _ => "0..90", HelpName = "A..B" }
        .Known(text => RangeOf(text) is not null, "two angles from 0 to 90, such as 60..90");

    private readonly Option<int> pitch = new Option<int>("--pitch")
        { Description = "Largest pitch up or down, in degrees", DefaultValueFactory = _ => (int)new TurnedSetOptions().Pitch,
        HelpName = "N" }.Between(0, 45);
    private readonly Option<int> expression = new Option<int>("--expression")
        { Description = "Percentage of faces with another expression",
        DefaultValueFactory = _ => (int)(100 * new TurnedSetOptions().Expression), HelpName = "N" }.Between(0, 100);
    private readonly Option<long> seed = new("--seed")
        { Description = "Seed of the turns and expressions", DefaultValueFactory = _ => new TurnedSetOptions().Seed, HelpName = "N" };
    private readonly Option<string?> sheet = new Option<string?>("--sheet")
        { Description = "Draw a contact sheet with one row per face", HelpName = "FILE" }.OfKind(".png", ".jpg");
    private readonly FaceModelArgument model = new();
    private readonly DataArguments data = new();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { photographs, part, count, yaw, pitch, expression, seed, sheet })
            command.Add(option);
        model.AddTo(command);
        data.AddTo(command);
    }

    /// <summary>Whether <c>--turn</c> is given.</summary>
    public bool IsAskedFor(ParseResult parsed) => parsed.GetValue(photographs) is not null;

    /// <summary>Turns the faces.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="folder">Output folder of the pictures; null to draw only a sheet.</param>
    /// <param name="cancel">Stops the run.</param>
    public int Run(ParseResult parsed, string? folder, CancellationToken cancel)
    {
        var (path, picture) = (parsed.GetValue(photographs)!, parsed.GetValue(sheet));
        if (folder is null && picture is null)
            throw new UsageException("synth --turn needs a folder for the turned faces, or --sheet FILE.");
        var heads = model.Read(parsed) ?? throw new UsageException("synth --turn needs a 3-D face model: --face-model DIR.");
        var faces = data.Read(parsed, path, parsed.GetRequiredValue(part) == "train" ? DataSplit.Train : DataSplit.Test);
        var files = new CommandFiles().WritesInto("DIR", folder).Writes("--sheet", picture);
        DataArguments.Declare(files, "--turn", path, faces);
        model.Declare(parsed, files);
        files.Check();
        var options = Options(parsed);
        if (picture is not null)
        {
            using var drawn = TurnedSheet.Draw(heads, faces, Math.Min(Math.Min(options.Count, MaxRows), faces.Count), options);
            PictureFile.Write(picture, drawn);
        }
        if (folder is not null)
        {
            var leftOut = new SkippedPictures("livelandmarks-train");
            var written = new TurnedSet(heads, faces, options)
                { Report = done => Report(done, options.Count), LeftOut = leftOut.Add }.Write(folder, cancel);
            Console.Error.WriteLine($"{Counted.Of(written, "turned face")} in {folder}" + (written == options.Count
                ? ""
                : $", of {options.Count}; for the others, the model fits no head or the photograph cannot be used"));
            leftOut.Report(written, path);
            return leftOut.Code;
        }
        return ExitCode.Done;
    }

    private static (float Least, float Most)? RangeOf(string text) =>
        text.Split("..") is [var first, var second] && Angle(first) is { } least && Angle(second) is { } most && least <= most
            ? (least, most)
            : null;

    private static float? Angle(string text) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var angle) && angle is >= 0 and <= 90 ? angle : null;

    private static void Report(int done, int count)
    {
        if (done % ReportEvery == 0)
            Console.Error.WriteLine($"{done}/{count} turned faces");
    }

    private TurnedSetOptions Options(ParseResult parsed)
    {
        var (least, most) = RangeOf(parsed.GetRequiredValue(yaw))!.Value;
        return new TurnedSetOptions
        {
            Count = parsed.GetValue(count),
            MinYaw = least,
            MaxYaw = most,
            Pitch = parsed.GetValue(pitch),
            Expression = parsed.GetValue(expression) / 100f,
            Seed = parsed.GetValue(seed),
        };
    }
}

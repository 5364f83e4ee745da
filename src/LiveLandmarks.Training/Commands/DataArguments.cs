using System.CommandLine;
using LiveLandmarks.Commands;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Data.Detection;

namespace LiveLandmarks.Training.Commands;

/// <summary>The options that name a data set, shared by the commands that read one.</summary>
internal sealed class DataArguments
{
    private readonly Option<string> format = new Option<string>("--format")
    {
        Description = "Layout of the data",
        DefaultValueFactory = _ => DataSets.All[0].Name,
    }.AcceptOnlyFromAmong([.. DataSets.All.Select(set => set.Name)]);

    private readonly Option<bool> skipBad = new("--skip-bad-records")
        { Description = "Leave out records that cannot be used instead of stopping at the first" };
    private readonly NamePatterns include = new();
    private readonly Option<int?> limit = new Option<int?>("--limit") { Description = "Only the first N faces", HelpName = "N" }.AtLeast(1);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(format);
        include.AddTo(command);
        command.Add(skipBad);
        command.Add(limit);
    }

    /// <summary>The test part in words, such as <c>the test part of 300w in faces (afw_*)</c>.</summary>
    public string Describe(ParseResult parsed, string folder) =>
        $"{(parsed.GetValue(limit) is { } most ? $"the first {most} of " : "")}the test part of {parsed.GetRequiredValue(format)} in " +
            $"{include.Describe(parsed, folder)}";

    /// <summary>Declares the files that are read: pictures of faces, annotations and background pictures.</summary>
    /// <param name="files">Receives the declaration.</param>
    /// <param name="what">The command-line name of the folder, such as <c>DATA</c>.</param>
    /// <param name="folder">The data set's folder; null if no data set is used.</param>
    /// <param name="faces">The faces that were read from it.</param>
    public static void Declare(CommandFiles files, string what, string? folder, IReadOnlyList<AnnotatedFace> faces)
    {
        if (folder is null)
            return;
        files.Reads(what, () => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsAnnotation))
            .Reads(what, () => faces.Select(face => face.ImagePath))
            .Reads(what, () => BackgroundPictures.In(folder));

        static bool IsAnnotation(string file) =>
            Path.GetExtension(file) is ".pts" or ".mat" or ".txt" || Path.GetFileName(file) == "boxes.csv";
    }

    /// <summary>Reads a part of a data set.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="folder">The data set's folder.</param>
    /// <param name="split">The part. All of the training part is read, unless <paramref name="included"/> is set.</param>
    /// <param name="included">Whether the training part, too, has only the pictures of <c>--include</c>.</param>
    /// <exception cref="InputException">The folder does not have the given layout, or no face is left to use.</exception>
    public IReadOnlyList<AnnotatedFace> Read(ParseResult parsed, string folder, DataSplit split, bool included = false)
    {
        var options = new DataSetOptions { Split = split, BadRecords = new BadRecords(fatal: !parsed.GetValue(skipBad)) };
        var faces = DataSets.Find(parsed.GetRequiredValue(format))!.Read(folder, options);
        if (options.BadRecords.Count > 0)
            Console.Error.WriteLine($"{folder}: {options.BadRecords.Count} records left out, the first: {options.BadRecords.Messages[0]}");
        var most = parsed.GetValue(limit) ?? faces.Count;
        if (split == DataSplit.Train && !included)
            return [.. faces.Take(most)];
        AnnotatedFace[] some = [.. faces.Where(face => include.Match(parsed, face.ImagePath)).Take(most)];
        return some.Length > 0
            ? some
            : throw new InputException($"{folder}: no picture of the {split.ToString().ToLowerInvariant()} part matches --include.");
    }
}

using System.CommandLine;
using System.IO.Enumeration;
using LiveLandmarks.Capture;
using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Commands;

/// <summary>The options that name a data set, shared by the commands that read one.</summary>
internal sealed class DataArguments
{
    private readonly Option<string> format = new Option<string>("--format")
    {
        Description = "Layout of the data",
        DefaultValueFactory = _ => DataSets.All[0].Name,
    }.AcceptOnlyFromAmong([.. DataSets.All.Select(set => set.Name)]);

    private readonly Option<bool> skipBad = new("--skip-bad-records") { Description = "Leave out records that cannot be used instead of stopping at the first" };
    private readonly Option<string[]> include = new("--include")
    {
        Description = "Of the test part, only pictures whose names match one of these patterns (* and ?)",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "PATTERN",
    };

    private readonly Option<int?> limit = new("--limit") { Description = "Only the first faces", HelpName = "N" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(format);
        command.Add(include);
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
                result.AddError("--limit must be at least 1.");
        });
        command.Add(skipBad);
        command.Add(limit);
    }

    /// <summary>Reads a part of a data set.</summary>
    /// <exception cref="InputException">The folder is not of that layout, or nothing is left of it.</exception>
    public IReadOnlyList<AnnotatedFace> Read(ParseResult parsed, string folder, DataSplit split)
    {
        var options = new DataSetOptions { Split = split, BadRecords = new BadRecords(fatal: !parsed.GetValue(skipBad)) };
        var faces = DataSets.Find(parsed.GetRequiredValue(format))!.Read(folder, options);
        if (options.BadRecords.Count > 0)
            Console.Error.WriteLine($"{folder}: {options.BadRecords.Count} records left out, the first: {options.BadRecords.Messages[0]}");
        var most = parsed.GetValue(limit) ?? faces.Count;
        if (split == DataSplit.Train || parsed.GetValue(include) is not { Length: > 0 } patterns)
            return [.. faces.Take(most)];
        AnnotatedFace[] some = [.. faces.Where(face => patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(face.ImagePath)))).Take(most)];
        return some.Length > 0 ? some : throw new InputException($"{folder}: no picture matches --include {string.Join(' ', patterns)}.");
    }
}

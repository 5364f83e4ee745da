using System.CommandLine;
using System.Text.Json;
using LiveLandmarks.Commands;
using LiveLandmarks.Models;
using LiveLandmarks.Training.Export;

namespace LiveLandmarks.Training.Commands;

/// <summary>The options for writing a model, shared by export and import.</summary>
internal sealed class ExportArguments
{
    private static readonly Dictionary<string, HeatmapDecoding> Decodings = Enum.GetValues<HeatmapDecoding>()
        .ToDictionary(value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    private static readonly string[] Extensions = [".onnx", ".json", ".md"];

    private readonly Option<string> name = new("--name") { Description = "Name of the model", Required = true, HelpName = "NAME" };
    private readonly Option<string> output = new("--out")
        { Description = "Folder for NAME.onnx, NAME.json and NAME.md", DefaultValueFactory = _ => "models", HelpName = "DIR" };
    private readonly Option<string> license = new("--license")
        { Description = "License terms of the weights", DefaultValueFactory = _ => "not stated", HelpName = "TEXT" };
    private readonly Option<string> trainedOn = new("--trained-on")
        { Description = "Data that the weights were trained on", DefaultValueFactory = _ => "not stated", HelpName = "TEXT" };
    private readonly Option<bool> half = new("--fp16") { Description = "Store the weights and compute in 16-bit floats" };
    private readonly Option<string?> decode = new Option<string?>("--decode")
        { Description = "Add an output with the landmarks, decoded inside the graph" }
        .AcceptOnlyFromAmong([.. Decodings.Keys]);

    /// <summary>The output folder of the model.</summary>
    public Option<string> Output => output;

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="heatmaps">Whether the model finds heatmaps, which can be decoded inside the graph.</param>
    public void AddTo(Command command, bool heatmaps = true)
    {
        command.Add(name);
        command.Add(output);
        command.Add(license);
        command.Add(trainedOn);
        command.Add(half);
        if (heatmaps)
            command.Add(decode);
    }

    /// <summary>Declares the files that are written.</summary>
    public void Declare(ParseResult parsed, CommandFiles files) =>
        files.WritesInto("--out", parsed.GetRequiredValue(output),
            Extensions.Select(extension => parsed.GetRequiredValue(name) + extension));

    /// <summary>Name, license and training data of the model.</summary>
    public ModelDescription Describe(ParseResult parsed) =>
        new(parsed.GetRequiredValue(name), parsed.GetRequiredValue(license), parsed.GetRequiredValue(trainedOn));

    /// <summary>Precision and decoding of the exported model.</summary>
    public ExportOptions Read(ParseResult parsed) => new()
    {
        Precision = parsed.GetValue(half) ? ModelPrecision.Half : ModelPrecision.Full,
        Decode = parsed.GetValue(decode) is { } given ? Decodings[given] : null,
    };
}

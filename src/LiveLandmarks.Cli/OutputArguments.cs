using System.CommandLine;
using System.CommandLine.Parsing;
using LiveLandmarks.Commands;
using LiveLandmarks.Output;
using LiveLandmarks.Pipeline;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Cli;

/// <summary>The options of where landmarks go, shared by the commands that follow faces.</summary>
internal sealed class OutputArguments
{
    private readonly Option<string?> json = new("--json")
        { Description = "Landmarks, one JSON object a frame; - for the standard output", HelpName = "OUT.jsonl" };
    private readonly Option<string?> csv = new("--csv")
        { Description = "Landmarks and head pose in OpenFace's columns, one row a face; - for the standard output", HelpName = "OUT.csv" };
    private readonly Option<string[]> send = new("--send")
    {
        Description = "Faces to another program over UDP: openseeface[://HOST:PORT] or vmc[://HOST:PORT]; may be given several times",
        HelpName = "RECEIVER",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        send.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                try
                {
                    Receiver.Parse(token.Value);
                }
                catch (OutputException e)
                {
                    result.AddError($"--send {e.Message}");
                }
            }
        });
        command.Add(json);
        command.Add(csv);
        command.Add(send);
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) == JsonLinesWriter.StandardOutput && result.GetValue(csv) == JsonLinesWriter.StandardOutput)
                result.AddError("--json and --csv cannot both go to the standard output.");
        });
    }

    /// <summary>Whether any was given.</summary>
    public bool AnyIn(CommandResult result) =>
        result.GetResult(json) is not null || result.GetResult(csv) is not null || result.GetResult(send) is not null;

    /// <summary>Declares what is written.</summary>
    public void Declare(ParseResult parsed, CommandFiles files) =>
        files.Writes("--json", parsed.GetValue(json)).Writes("--csv", parsed.GetValue(csv));

    /// <summary>The stream with the outputs that were asked for.</summary>
    public IObservable<TrackedFrame> Apply(ParseResult parsed, IObservable<TrackedFrame> stream, ILoggerFactory log)
    {
        if (parsed.GetValue(json) is { } lines)
            stream = stream.WriteJsonLines(lines, log.CreateLogger(Log.Output));
        if (parsed.GetValue(csv) is { } table)
            stream = stream.WriteCsv(table, log.CreateLogger(Log.Output));
        foreach (var receiver in parsed.GetValue(send) ?? [])
            stream = stream.SendTo(Receiver.Parse(receiver), log.CreateLogger(Log.Send));
        return stream;
    }
}

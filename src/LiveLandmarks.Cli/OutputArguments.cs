using System.CommandLine;
using System.CommandLine.Parsing;
using LiveLandmarks.Commands;
using LiveLandmarks.Output;
using LiveLandmarks.Pipeline;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Cli;

/// <summary>The options for outputs, shared by the commands that track faces.</summary>
internal sealed class OutputArguments
{
    private readonly Option<string?> json = new("--json")
        { Description = "Write landmarks, one JSON object per frame; - for standard output", HelpName = "OUT.jsonl" };
    private readonly Option<string?> csv = new("--csv")
        { Description = "Write landmarks and pose in OpenFace's columns, one row per face; - for standard output", HelpName = "OUT.csv" };
    private readonly Option<string[]> send = new("--send")
    {
        Description = "Send faces to another program: openseeface, vmc, ifacialmocap, livelink, opentrack, vts (VTube Studio) or lsl " +
            "(Lab Streaming Layer), alone or as vmc://HOST:PORT or lsl://NAME; may be given several times",
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

    /// <summary>Whether any of the options was given.</summary>
    public bool AnyIn(CommandResult result) =>
        result.GetResult(json) is not null || result.GetResult(csv) is not null || result.GetResult(send) is not null;

    /// <summary>Declares the files that are written.</summary>
    public void Declare(ParseResult parsed, CommandFiles files) =>
        files.Writes("--json", parsed.GetValue(json)).Writes("--csv", parsed.GetValue(csv));

    /// <summary>Adds the requested outputs to a stream.</summary>
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

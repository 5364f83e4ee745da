using System.CommandLine;
using System.CommandLine.Invocation;
using LiveLandmarks.Capture;
using LiveLandmarks.Inference;
using LiveLandmarks.Models;
using LiveLandmarks.Output;

namespace LiveLandmarks.Cli;

/// <summary>The command with its subcommands; turns failures into one line and an exit code.</summary>
internal static class CommandLine
{
    // Time to complete files after Ctrl-C before the process is ended the hard way.
    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("Finds faces in pictures, videos and cameras, and follows their landmarks.")
        {
            VideoCommand.Create(),
            ImageCommand.Create(),
            LiveCommand.Create(),
            EvalCommand.Create(),
            BenchCommand.Create(),
            ModelsCommand.Create(),
        };

        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
        {
            var command = string.Join(' ', parsed.CommandResult.Command == root ? [] : new[] { parsed.CommandResult.Command.Name });
            var help = $"livelandmarks {command} --help".Replace("  ", " ", StringComparison.Ordinal);
            return Fail(ExitCode.WrongUsage, $"{parsed.Errors[0].Message.TrimEnd('.')}; see '{help}'.");
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = ClosingTime,
            });
        }
        catch (LiveLandmarksException e)
        {
            return Fail(CodeOf(e), e.Message);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            return Fail(ExitCode.InternalError, $"this is a mistake in livelandmarks, please report it: {e}");
        }
    }

    private static int CodeOf(LiveLandmarksException failure) => failure switch
    {
        InputException => ExitCode.Input,
        OutputException => ExitCode.Output,
        ModelException => ExitCode.Model,
        DeviceUnavailableException => ExitCode.Device,
        _ => ExitCode.InternalError,
    };

    private static int Fail(int code, string message)
    {
        Console.Error.WriteLine($"livelandmarks: {(code == ExitCode.InternalError ? message : message.ReplaceLineEndings(" "))}");
        return code;
    }
}

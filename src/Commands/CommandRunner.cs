using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using LiveLandmarks.Overlays;

namespace LiveLandmarks.Commands;

/// <summary>Runs a command line. Turns failures into one line on standard error and an exit code. Shared by both programs.</summary>
internal static class CommandRunner
{
    // After Ctrl-C the process has this time to complete its files before it is killed.
    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(30);

    /// <summary>Parses the arguments and runs the command.</summary>
    /// <param name="root">The command with its subcommands.</param>
    /// <param name="program">The program's name, for messages.</param>
    /// <param name="arguments">What the user typed after the program's name.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(RootCommand root, string program, string[] arguments)
    {
        LastingWriter.Install();
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
        {
            return Fail(program, ExitCode.WrongUsage,
                $"{parsed.Errors[0].Message.TrimEnd('.')}; see '{program} {Verbs(parsed.CommandResult)}--help'.");
        }

        using var hangUp = new HangUp(ClosingTime);
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = ClosingTime,
                },
                hangUp.Token);
        }
        catch (OutputException e) when (e.ReaderIsGone)
        {
            return ExitCode.ReaderGone;
        }
        catch (LiveLandmarksException e)
        {
            return Fail(program, CodeOf(e), e.Message);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (MissingLibrary.NameIn(e) is { } library)
        {
            return Fail(program, ExitCode.Device,
                $"the native library {library} cannot be loaded; OpenCV needs GTK 3 and libatomic on Linux: apt-get install libgtk-3-0 " +
                "libatomic1, or what your distribution calls them.");
        }
        catch (Exception e)
        {
            Console.Error.WriteLine($"{program}: this is a bug in {program}, please report it: {e}");
            return ExitCode.InternalError;
        }
    }

    /// <summary>The names of a command and its parents without the program's name, each followed by a space.</summary>
    private static string Verbs(CommandResult command) =>
        command.Parent is CommandResult above ? $"{Verbs(above)}{command.Command.Name} " : "";

    private static int CodeOf(LiveLandmarksException failure) => failure switch
    {
        UsageException => ExitCode.WrongUsage,
        InputException or OverlayException => ExitCode.Input,
        OutputException => ExitCode.Output,
        ModelException => ExitCode.Model,
        DeviceUnavailableException => ExitCode.Device,
        // Exceptions that only one of the programs has: weights or training runs that cannot be used.
        _ => ExitCode.Model,
    };

    private static int Fail(string program, int code, string message)
    {
        Console.Error.WriteLine($"{program}: {message.ReplaceLineEndings(" ")}");
        return code;
    }
}

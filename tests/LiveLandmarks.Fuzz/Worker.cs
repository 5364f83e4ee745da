using System.Diagnostics;
using LiveLandmarks.Fuzz.Kinds;

namespace LiveLandmarks.Fuzz;

/// <summary>The child process that tries inputs, so that a crash ends only this process. It answers each line, a path, with one
/// line.</summary>
internal static class Worker
{
    /// <summary>The start of every answer, since native libraries may write to the same stream.</summary>
    public const string Mark = "@@";

    private const int MeasureEvery = 100;

    /// <summary>Tries inputs until the standard input ends.</summary>
    /// <param name="name">The kind of the inputs.</param>
    public static int Run(string name)
    {
        using var answers = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        Console.SetOut(TextWriter.Null);
        using var kind = KindCatalog.Make(name);
        answers.WriteLine($"{Mark}ready");
        for (var tried = 1; Console.In.ReadLine() is { Length: > 0 } path; tried++)
        {
            var attempt = Try(kind, path);
            var memory = tried % MeasureEvery == 0 ? WorkingSet() : 0;
            answers.WriteLine($"{Mark}{attempt.Outcome} {memory} {Escape(attempt.Detail)}");
        }
        return 0;
    }

    /// <summary>Reads an answer; null if the line is not an answer.</summary>
    public static Attempt? Parse(string line)
    {
        if (!line.StartsWith(Mark, StringComparison.Ordinal)
            || line[Mark.Length..].Split(' ', 3) is not [var outcome, var memory, var detail])
            return null;
        return new Attempt(Enum.Parse<Outcome>(outcome), Uri.UnescapeDataString(detail),
            long.Parse(memory, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static Attempt Try(InputKind kind, string path)
    {
        try
        {
            kind.Try(path);
            return new Attempt(Outcome.Accepted, "");
        }
#pragma warning disable CA1031 // Any exception may come; its type decides the outcome.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return kind.IsDocumented(e) ? new Attempt(Outcome.Refused, e.GetType().Name) : new Attempt(Outcome.Fault, Describe(e));
        }
    }

    /// <summary>Describes an exception: its type and message in the first line, then the whole exception.</summary>
    private static string Describe(Exception e) => $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}\n{e}";

    private static long WorkingSet()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }

    private static string Escape(string text) => Uri.EscapeDataString(text.Length > 6000 ? text[..6000] : text);
}

using System.Diagnostics;
using LiveLandmarks.Fuzz.Kinds;

namespace LiveLandmarks.Fuzz;

/// <summary>The process that tries inputs, so that one which ends it ends no more. Takes a path a line, answers with a line.</summary>
internal static class Worker
{
    /// <summary>What an answer begins with; native libraries may write to the same place.</summary>
    public const string Mark = "@@";

    private const int MeasureEvery = 100;

    /// <summary>Tries inputs until there are no more.</summary>
    /// <param name="name">Their kind.</param>
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

    /// <summary>Reads an answer; null where it is none.</summary>
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
#pragma warning disable CA1031 // Which exceptions come is the question.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return kind.IsDocumented(e) ? new Attempt(Outcome.Refused, e.GetType().Name) : new Attempt(Outcome.Fault, Describe(e));
        }
    }

    /// <summary>An exception that escaped, in one line first; documented ones that lack their place are looked at in the same
    /// way.</summary>
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
